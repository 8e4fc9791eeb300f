"""Signals: what somebody wants the office to know, who answers it by when, and what became of it.

Of an anonymous signal no sender is stored, and no moment: it is dated to the midnight after it was written, and shown
and told of from then on. Its number is drawn at random, as is that of each comment, so that no order is left either.
What this keeps from whom, and what not, is in docs/methods/anonymity.md.
"""

from __future__ import annotations

import secrets

from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person, Unit
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry
from plumbline.office.standards.models import StandardDraft, StandardVersion

LONGEST = 4000
TITLE = 90


def random_number() -> int:
    """Small enough for any program that reads it."""
    return secrets.randbelow(2**53 - 1) + 1


class Kind(models.TextChoices):
    CONCERN = "concern", "Concern"
    IDEA = "idea", "Idea"
    PRAISE = "praise", "Praise"
    HELP = "help", "Help wanted"
    COMPLAINT = "complaint", "Complaint about a standard"


OPEN_BY_ITSELF = frozenset({Kind.IDEA, Kind.PRAISE})
"""Everybody sees these unless their sender says otherwise; the others are seen by those who answer them."""


class Signal(models.Model):
    """``by`` is nobody where it is anonymous. ``next_at`` is when the program has to look at it again by itself."""

    class State(models.TextChoices):
        NEW = "new", "Waits for an answer"
        ANSWERED = "answered", "Answered"
        CLOSED = "closed", "Closed"
        WITHDRAWN = "withdrawn", "Withdrawn"

    class Step(models.IntegerChoices):
        WAITING = 0, "Not escalated"
        LATE = 1, "Escalated to the head of the PMO"
        SILENT = 2, "Escalated to everybody who runs signals"

    id = models.BigAutoField(primary_key=True, default=random_number)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="signals")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    text = models.TextField(max_length=LONGEST)
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.PROTECT, related_name="signals")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="signals")
    standard = models.ForeignKey(StandardVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=80, blank=True)
    rule_title = models.CharField(max_length=200, blank=True)
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    link_hash = models.CharField(max_length=64, null=True, blank=True)
    raised_at = models.DateTimeField()
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="owned_signals")
    is_open = models.BooleanField(default=False, help_text="everybody in the organisation sees it")
    state = models.CharField(max_length=12, choices=State.choices, default=State.NEW)
    due_at = models.DateTimeField(null=True, blank=True)
    next_at = models.DateTimeField(null=True, blank=True)
    step = models.PositiveSmallIntegerField(choices=Step.choices, default=Step.WAITING)
    answer = models.TextField(max_length=LONGEST, blank=True)
    answered_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True, blank=True)
    answer_took = models.PositiveIntegerField(null=True, blank=True, help_text="working minutes")
    we_did = models.BooleanField(null=True, blank=True)
    outcome = models.TextField(max_length=LONGEST, blank=True, help_text="what we did, or why we did not")
    closed_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True, blank=True)
    entry = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    draft = models.ForeignKey(StandardDraft, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-raised_at", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(by=None) | models.Q(link_hash=None), name="signal_sender_or_secret_link"
            ),
            models.UniqueConstraint(fields=["organisation", "link_hash"], name="one_signal_a_secret_link"),
        ]
        indexes = [
            models.Index(fields=["organisation", "state", "due_at"], name="signals_by_state"),
            models.Index(fields=["next_at"], name="signals_to_look_at"),
        ]

    def __str__(self) -> str:
        """Without its words: audit lines are read by more people than a signal is."""
        return f"{self.get_kind_display()} of {self.raised_at:%Y-%m-%d}"

    @property
    def title(self) -> str:
        """The first line, cut where it is long."""
        line = self.text.strip().partition("\n")[0].strip()
        if len(line) <= TITLE:
            return line
        cut = line[: TITLE - 1]
        return (cut.rpartition(" ")[0] or cut).rstrip(",;:. ") + " …"

    @property
    def subject(self) -> str:
        if self.rule_title:
            return f"{self.standard}: {self.rule_title}"
        return str(self.project or self.unit or self.standard or "")

    @property
    def is_anonymous(self) -> bool:
        return self.by_id is None

    @property
    def is_waiting(self) -> bool:
        return self.state == self.State.NEW

    @property
    def is_in_time(self) -> bool | None:
        """Whether it was answered as promised; ``None`` where it is not answered, or nothing could be promised."""
        if self.answered_at is None or self.due_at is None:
            return None
        return self.answered_at <= self.due_at

    @property
    def is_going(self) -> bool:
        return self.state in (self.State.NEW, self.State.ANSWERED)


class SignalComment(models.Model):
    """``by`` is nobody where an anonymous sender wrote it; then it is dated to the midnight after, as the signal is."""

    id = models.BigAutoField(primary_key=True, default=random_number)
    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="comments")
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    text = models.TextField(max_length=LONGEST)
    is_told = models.BooleanField(default=True, help_text="those whom it concerns have been told")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"Comment on {self.signal}"


class SignalVote(models.Model):
    """Somebody agrees; once."""

    signal = models.ForeignKey(Signal, on_delete=models.PROTECT, related_name="votes")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint("signal", "person", name="one_signal_vote_each")]

    def __str__(self) -> str:
        return f"{self.person}: {self.signal}"


class SignalPromise(models.Model):
    """Within how many working days signals of a kind are answered, where it is not the usual number."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="signal_promises")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    days = models.PositiveSmallIntegerField()
    changed_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["kind"]
        constraints = [models.UniqueConstraint(fields=["organisation", "kind"], name="one_signal_promise_of_a_kind")]

    def __str__(self) -> str:
        return f"{self.get_kind_display()}: {self.days} working days"
