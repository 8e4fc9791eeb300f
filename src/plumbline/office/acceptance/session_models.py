"""Acceptance sessions: what was shown, who decided what about it, and the protocol that both sides sign.

Decisions, protocols and signatures are only ever added. A decision is on exactly one text of its criterion; while the
session is open it may be taken anew, and the last one counts.
"""

from __future__ import annotations

from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

WORDS = 2000


class Outcome(models.TextChoices):
    ACCEPTED = "accepted", "Accepted"
    REMARKS = "remarks", "Accepted with remarks"
    REJECTED = "rejected", "Rejected"
    NOT_SHOWN = "not_shown", "Not shown"


PASSES = (Outcome.ACCEPTED, Outcome.REMARKS)


class Side(models.TextChoices):
    """For whom somebody signs the protocol."""

    NONE = "", "Signs nothing"
    ACCEPTING = "accepting", "Accepting side"
    SUPPLIER = "supplier", "Supplier side"


class AcceptanceSession(models.Model):
    """People come together, look at what was made, and say of each criterion whether it is met."""

    class State(models.TextChoices):
        OPEN = "open", "Open"
        CLOSED = "closed", "Closed"
        CALLED_OFF = "called_off", "Called off"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="acceptance_sessions")
    number = models.PositiveIntegerField(help_text="counted within the project")
    held_on = models.DateField()
    place = models.CharField(max_length=200)
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    called_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    called_at = models.DateTimeField(default=now)
    called_off_because = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["project", "-number"]
        constraints = [models.UniqueConstraint("project", "number", name="acceptance_session_number_once")]

    def __str__(self) -> str:
        return f"{self.reference} of {self.project}"

    @property
    def reference(self) -> str:
        return f"AS-{self.number}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN


class Attendee(models.Model):
    """Somebody who is there, with an account or only by name. ``remind_at`` is when to ask again for the signature."""

    session = models.ForeignKey(AcceptanceSession, on_delete=models.PROTECT, related_name="attendees")
    person = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=160)
    role = models.CharField(max_length=160, help_text="As what they are there.")
    side = models.CharField(max_length=12, choices=Side.choices, blank=True, default=Side.NONE)
    remind_at = models.DateTimeField(null=True, blank=True, db_index=True)
    reminders = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["session", "id"]
        constraints = [
            models.UniqueConstraint(
                "session",
                "person",
                name="acceptance_attendee_once",
                violation_error_message="They are on the list already.",
            ),
            models.CheckConstraint(
                condition=models.Q(side="") | models.Q(person__isnull=False),
                name="acceptance_signatory_has_an_account",
                violation_error_message="Only somebody with an account can sign.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.role}"


class AgendaItem(models.Model):
    """One criterion that is to be shown.

    ``final`` and ``showing`` are set when the session is closed: what was decided, and the how manieth time the
    criterion was shown to those who accept it; 1 is its first pass, and nothing what was not shown.
    """

    session = models.ForeignKey(AcceptanceSession, on_delete=models.PROTECT, related_name="items")
    criterion = models.ForeignKey("acceptance.Criterion", on_delete=models.PROTECT, related_name="agenda_items")
    final = models.OneToOneField(
        "AcceptanceDecision", null=True, blank=True, on_delete=models.PROTECT, related_name="closes"
    )
    showing = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["session", "criterion__deliverable__number", "criterion__number"]
        constraints = [models.UniqueConstraint("session", "criterion", name="agenda_item_once")]
        indexes = [models.Index(fields=["criterion", "showing"], name="agenda_item_by_showing")]

    def __str__(self) -> str:
        return f"{self.criterion.reference} in {self.session.reference}"


class AcceptanceDecision(models.Model):
    """What somebody decided about one text of a criterion, and what they had seen. Only ever added."""

    item = models.ForeignKey(AgendaItem, on_delete=models.PROTECT, related_name="decisions")
    text = models.ForeignKey("acceptance.CriterionText", on_delete=models.PROTECT, related_name="decisions")
    number = models.PositiveIntegerField(help_text="counted within the item, from 1; the last one counts")
    outcome = models.CharField(max_length=12, choices=Outcome.choices)
    words = models.CharField(max_length=WORDS, blank=True, help_text="the remark, or why it is rejected")
    evidence = models.CharField(max_length=1000, blank=True, help_text="what was seen")
    link = models.URLField(max_length=1000, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["item", "number"]
        constraints = [
            models.UniqueConstraint("item", "number", name="acceptance_decision_number_once"),
            models.CheckConstraint(
                condition=~models.Q(outcome__in=["remarks", "rejected"]) | ~models.Q(words=""),
                name="acceptance_decision_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.item}"

    @property
    def passes(self) -> bool:
        return self.outcome in PASSES


class Protocol(models.Model):
    """Everything that was decided in a session, as one document. Only ever added."""

    session = models.OneToOneField(AcceptanceSession, on_delete=models.PROTECT, related_name="protocol")
    document = models.JSONField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the document")
    closed_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-closed_at", "-id"]

    def __str__(self) -> str:
        return f"Protocol of {self.session}"


class Signature(models.Model):
    """Somebody confirmed the protocol with this digest, for a side. Only ever added."""

    protocol = models.ForeignKey(Protocol, on_delete=models.PROTECT, related_name="signatures")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    side = models.CharField(max_length=12, choices=[each for each in Side.choices if each[0]])
    role = models.CharField(max_length=160)
    digest = models.CharField(max_length=64)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["protocol", "id"]
        constraints = [
            models.UniqueConstraint(
                "protocol",
                "person",
                name="acceptance_signature_once",
                violation_error_message="You have signed already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} for {self.get_side_display().lower()}: {self.protocol}"
