"""What a project keeps track of: risks, issues, changes, decisions, actions, assumptions, dependencies, lessons."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import PlanVersion, Project

SCALE = [(each, str(each)) for each in range(1, 6)]


class Kind(models.TextChoices):
    RISK = "risk", "Risk"
    ISSUE = "issue", "Issue"
    CHANGE = "change", "Change"
    DECISION = "decision", "Decision"
    ACTION = "action", "Action"
    ASSUMPTION = "assumption", "Assumption"
    DEPENDENCY = "dependency", "Dependency"
    LESSON = "lesson", "Lesson learned"


class State(models.TextChoices):
    """Which of them a kind knows, and what it calls them, its own file says; closed ones are the last three."""

    OPEN = "open", "Open"
    UNDER_WAY = "under_way", "Under way"
    AGREED = "agreed", "Agreed"
    DONE = "done", "Done"
    REFUSED = "refused", "Refused"
    DROPPED = "dropped", "Dropped"


CLOSED = (State.DONE, State.REFUSED, State.DROPPED)


class Entry(models.Model):
    """One line of a register. Every kind uses some of the columns, and says which, in its own file.

    ``due_on``: a risk or assumption is looked at again, an issue or action is settled, a change or decision is
    decided, a dependency is needed by then. ``amount`` is money: what a risk costs if it strikes, what a change costs,
    what each week without the decision costs. A dependency is agreed by both its projects, here and there.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="entries")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="entries")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    number = models.PositiveIntegerField(help_text="counted within the kind and project")
    title = models.CharField(max_length=200)
    description = models.TextField(max_length=4000, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="owned_entries"
    )
    due_on = models.DateField(null=True, blank=True)
    probability = models.PositiveSmallIntegerField(null=True, blank=True, choices=SCALE)
    impact = models.PositiveSmallIntegerField(null=True, blank=True, choices=SCALE)
    amount = models.DecimalField(null=True, blank=True, max_digits=16, decimal_places=2)
    response = models.TextField(max_length=4000, blank=True, help_text="what is done about it; what was decided")
    category = models.CharField(max_length=80, blank=True)
    outside_party = models.CharField(max_length=160, blank=True, help_text="a supplier or authority that it hangs on")
    decider = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="entries_to_decide"
    )
    other_project = models.ForeignKey(
        Project, null=True, blank=True, on_delete=models.PROTECT, related_name="entries_of_others"
    )
    came_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="led_to", help_text="the risk that struck"
    )
    baseline = models.ForeignKey(
        PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="set by this change"
    )
    decided_at = models.DateTimeField(null=True, blank=True, help_text="when a change or decision was decided")
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agreed_here_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    agreed_there_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField(default=now)
    reviewed_at = models.DateTimeField(null=True, blank=True, help_text="last looked at, changed or not")
    closed_at = models.DateTimeField(null=True, blank=True)
    closed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    overdue_told_for = models.DateField(null=True, blank=True, help_text="the due day whose passing the owner was told")
    version = models.PositiveIntegerField(default=1, help_text="counts its changes, so that nobody overwrites unseen")

    class Meta:
        ordering = ["project", "kind", "number"]
        verbose_name_plural = "entries"
        constraints = [models.UniqueConstraint("project", "kind", "number", name="entry_number_once")]
        indexes = [
            models.Index(fields=["organisation", "kind", "closed_at", "due_on"], name="entries_open_by_due"),
            models.Index(fields=["project", "kind", "closed_at"], name="entries_of_project"),
        ]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def reference(self) -> str:
        """R-12: the letter of the kind and the number."""
        return f"{LETTERS[Kind(self.kind)]}-{self.number}"

    @property
    def is_open(self) -> bool:
        return self.closed_at is None

    @property
    def score(self) -> int | None:
        """Probability times impact, 1 to 25."""
        return self.probability * self.impact if self.probability and self.impact else None


LETTERS = {
    Kind.RISK: "R",
    Kind.ISSUE: "I",
    Kind.CHANGE: "C",
    Kind.DECISION: "D",
    Kind.ACTION: "A",
    Kind.ASSUMPTION: "AS",
    Kind.DEPENDENCY: "DP",
    Kind.LESSON: "L",
}


class EntryEvent(models.Model):
    """What happened to an entry, and what was said about it. Only ever added."""

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="events")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    changed = models.JSONField(default=dict, blank=True, help_text="by field: before and after")
    comment = models.TextField(max_length=4000, blank=True)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.entry}, {self.at:%Y-%m-%d}"


class LessonUse(models.Model):
    """A lesson learned elsewhere, offered at a gate or to a request, and what was made of it. Only ever added."""

    lesson = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="uses")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.PROTECT, related_name="lesson_uses")
    offered_at = models.CharField(
        max_length=120, help_text="the gate or request, as its key: gate:delivery or request:7"
    )
    applied = models.BooleanField()
    because = models.TextField(max_length=1000, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.lesson}: {'applied' if self.applied else 'not applied'}"


class EntryTable(models.Model):
    """A file that somebody wants to add entries from: kept until that is done, with which of its columns means what.

    ``meanings`` are headings by column of ``Entry``.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    name = models.CharField(max_length=200)
    content = models.BinaryField()
    meanings = models.JSONField(default=dict)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    done_at = models.DateTimeField(null=True, blank=True)
    added = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.name
