"""Gates of projects: answers, reviews with ratings and consents, decisions with their records, and what follows."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models

from plumbline.engine.standard.life_cycle import Decision
from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project
from plumbline.office.standards.models import StandardVersion

OUTCOMES = [
    (Decision.GO.value, "Go"),
    (Decision.CONDITIONAL.value, "Go with conditions"),
    (Decision.HOLD.value, "Hold"),
    (Decision.STOP.value, "Stop"),
]
PASSES = (Decision.GO.value, Decision.CONDITIONAL.value)
LONG = 4000


class Answer(models.Model):
    """What somebody answered to a question of a gate. Only ever added: the latest of a round counts.

    A round lasts until the gate is decided with anything but a hold. ``proposed`` is what the evidence proposed
    then, and ``evidence`` what it said; both are empty for a question that only people answer.
    """

    class Value(models.TextChoices):
        YES = "yes", "Yes"
        PARTLY = "partly", "Partly"
        NO = "no", "No"
        NOT_RELEVANT = "not_relevant", "Not relevant"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="gate_answers")
    gate = models.CharField(max_length=63)
    round = models.PositiveIntegerField()
    question = models.CharField(max_length=63)
    value = models.CharField(max_length=20, choices=Value.choices)
    note = models.CharField(max_length=LONG, blank=True)
    proposed = models.CharField(max_length=20, blank=True)
    evidence = models.CharField(max_length=1000, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-answered_at", "-id"]
        indexes = [models.Index(fields=["project", "gate", "round"])]

    def __str__(self) -> str:
        return f"{self.question}: {self.value}"

    @property
    def overrules(self) -> bool:
        return self.proposed not in ("", "unknown", self.value)


class GateReview(models.Model):
    """One time that a gate is held. After a hold the next attempt is of the same round."""

    class State(models.TextChoices):
        OPEN = "open", "Under way"
        DECIDED = "decided", "Decided"
        WITHDRAWN = "withdrawn", "Withdrawn"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="gate_reviews")
    standard_version = models.ForeignKey(StandardVersion, on_delete=models.PROTECT, related_name="+")
    gate = models.CharField(max_length=63)
    title = models.CharField(max_length=200, help_text="of the gate, when the review was opened")
    decides = models.CharField(max_length=63, help_text="role, when the review was opened; so is its title")
    decides_title = models.CharField(max_length=200)
    round = models.PositiveIntegerField()
    attempt = models.PositiveIntegerField()
    planned_on = models.DateField()
    state = models.CharField(max_length=20, choices=State.choices, default=State.OPEN)
    opened_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-opened_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "gate"],
                condition=models.Q(state="open"),
                name="one_open_review_per_gate",
                violation_error_message="A review of this gate is under way already.",
            ),
            models.UniqueConstraint(
                fields=["project", "gate", "round", "attempt"],
                condition=~models.Q(state="withdrawn"),
                name="one_review_per_attempt",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.project}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN


class Reviewer(models.Model):
    """Somebody who looks at the project for a review. The lead sets the rating of the whole review."""

    review = models.ForeignKey(GateReview, on_delete=models.PROTECT, related_name="reviewers")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    leads = models.BooleanField(default=False)

    class Meta:
        ordering = ["-leads", "id"]
        constraints = [models.UniqueConstraint(fields=["review", "person"], name="one_reviewer_once")]

    def __str__(self) -> str:
        return str(self.person)


class Rating(models.Model):
    """A reviewer's confidence in delivery, on the scale as it was then. Only added: the latest counts."""

    review = models.ForeignKey(GateReview, on_delete=models.PROTECT, related_name="ratings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    of_review = models.BooleanField(default=False, help_text="the rating of the whole review, by its lead")
    level = models.CharField(max_length=63)
    level_title = models.CharField(max_length=200)
    colour = models.CharField(max_length=20)
    scale_title = models.CharField(max_length=200)
    scale_version = models.CharField(max_length=40)
    reasons = models.CharField(max_length=LONG)
    rated_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["rated_at", "id"]

    def __str__(self) -> str:
        return self.level_title


class Consent(models.Model):
    """What somebody who must be asked said, for a role. Only added: the latest of each person and role counts."""

    review = models.ForeignKey(GateReview, on_delete=models.PROTECT, related_name="consents")
    role = models.CharField(max_length=63)
    role_title = models.CharField(max_length=200)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    agrees = models.BooleanField()
    note = models.CharField(max_length=LONG, blank=True)
    given_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["given_at", "id"]

    def __str__(self) -> str:
        return f"{self.role_title}: {'agrees' if self.agrees else 'dissents'}"


class GateDecision(models.Model):
    """How a review was decided, with everything it was decided on as one document. Never changed."""

    review = models.OneToOneField(GateReview, on_delete=models.PROTECT, related_name="decision")
    outcome = models.CharField(max_length=20, choices=OUTCOMES)
    reason = models.CharField(max_length=LONG)
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(default=now)
    document = models.JSONField()
    digest = models.CharField(max_length=64, help_text="SHA-256 of the document")

    class Meta:
        ordering = ["decided_at", "id"]

    def __str__(self) -> str:
        return f"{self.get_outcome_display()}: {self.review}"

    @property
    def passes(self) -> bool:
        return self.outcome in PASSES


class Condition(models.Model):
    """What must be done where a gate is passed with conditions. It is proposed in the review and holds once decided."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        WITHDRAWN = "withdrawn", "Withdrawn"
        OPEN = "open", "Open"
        DONE = "done", "Reported done"
        CLOSED = "closed", "Closed"

    HOLDING = (State.OPEN, State.DONE)

    review = models.ForeignKey(GateReview, on_delete=models.PROTECT, related_name="conditions")
    text = models.CharField(max_length=1000)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    due_on = models.DateField()
    rule = models.CharField(max_length=80, blank=True, help_text="the failed rule that it mends")
    state = models.CharField(max_length=20, choices=State.choices, default=State.PROPOSED)

    class Meta:
        ordering = ["due_on", "id"]
        indexes = [models.Index(fields=["state", "due_on"])]

    def __str__(self) -> str:
        return self.text[:120]

    @property
    def holds(self) -> bool:
        return self.state in self.HOLDING

    def is_overdue_on(self, day: date) -> bool:
        return self.holds and self.due_on < day


class ConditionStep(models.Model):
    """What happened to a condition, by whom, and what was said. Only ever added."""

    class What(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        WITHDRAWN = "withdrawn", "Withdrawn"
        DECIDED = "decided", "Decided at the gate"
        DONE = "done", "Reported done"
        SENT_BACK = "sent back", "Sent back"
        CLOSED = "closed", "Closed"

    condition = models.ForeignKey(Condition, on_delete=models.PROTECT, related_name="steps")
    what = models.CharField(max_length=20, choices=What.choices)
    note = models.CharField(max_length=LONG, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.get_what_display()}: {self.condition}"


class Recommendation(models.Model):
    """Advice of a reviewer. It blocks nothing. Only ever added."""

    class Urgency(models.TextChoices):
        CRITICAL = "critical", "Critical: do now"
        ESSENTIAL = "essential", "Essential: do soon"
        RECOMMENDED = "recommended", "Recommended"

    review = models.ForeignKey(GateReview, on_delete=models.PROTECT, related_name="recommendations")
    text = models.CharField(max_length=1000)
    urgency = models.CharField(max_length=20, choices=Urgency.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return self.text[:120]


class Whereabouts(models.Model):
    """Where a project stands in its life cycle, kept so that lists need not work it out; renewed when it is due."""

    project = models.OneToOneField(Project, on_delete=models.CASCADE, primary_key=True, related_name="whereabouts")
    standard_version = models.ForeignKey(StandardVersion, on_delete=models.CASCADE, related_name="+")
    phase_title = models.CharField(max_length=200, blank=True)
    gate = models.CharField(max_length=63, blank=True, help_text="the next to pass; empty where none is left")
    gate_title = models.CharField(max_length=200, blank=True)
    decides = models.CharField(max_length=63, blank=True)
    decides_title = models.CharField(max_length=200, blank=True)
    renewed_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"{self.project}: {self.phase_title}"
