"""A project under its standard: which version it follows, how that is tailored to it, who has which role in it."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models

from plumbline.engine.standard.tailoring_places import words_of
from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project
from plumbline.office.standards.models import StandardVersion


class AskedFor(models.Model):
    """Something that one person asks for and another decides."""

    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(default=now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True


class Waiver(AskedFor):
    """One rule set aside for one project. It holds through ``last_day``, once it is approved, unless it is ended."""

    class State(models.TextChoices):
        ASKED = "asked", "Asked for"
        APPROVED = "approved", "Approved"
        REFUSED = "refused", "Refused"
        ENDED = "ended", "Ended early"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="waivers")
    rule = models.CharField(max_length=80)
    title = models.CharField(max_length=200, help_text="of the rule, when it was asked for")
    reason = models.TextField(max_length=4000)
    last_day = models.DateField()
    state = models.CharField(max_length=20, choices=State.choices, default=State.ASKED)
    note = models.TextField(max_length=4000, blank=True, help_text="of whoever decided")

    class Meta:
        ordering = ["-requested_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "rule"],
                condition=models.Q(state="asked"),
                name="one_waiver_asked_per_rule",
                violation_error_message="A waiver of this rule is asked for already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.project}"

    def holds_on(self, day: date) -> bool:
        return self.state == self.State.APPROVED and day <= self.last_day

    def is_over_on(self, day: date) -> bool:
        return self.state == self.State.APPROVED and day > self.last_day


class Appointment(models.Model):
    """Somebody who has a role of the standard in one project. What decided under it stays: it ends, it never goes."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="appointments")
    role = models.CharField(max_length=63)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="appointments")
    appointed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    since = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["since", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "role", "person"],
                condition=models.Q(ended_at=None),
                name="one_appointment_at_a_time",
                violation_error_message="This person has the role already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} as {self.role} in {self.project}"


class Tailoring(AskedFor):
    """One change of the standard for one project. It holds, once it is approved, through ``last_day`` or for good.

    ``key`` is that of the standard's files, or ``class`` where the project is counted to the size class ``value``.
    """

    SIZE_CLASS = "class"

    class State(models.TextChoices):
        ASKED = "asked", "Asked for"
        APPROVED = "approved", "Approved"
        REFUSED = "refused", "Refused"
        ENDED = "ended", "Ended"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="tailorings")
    key = models.CharField(max_length=200)
    value = models.JSONField(null=True, blank=True, help_text="null leaves out what stands at the key")
    title = models.CharField(max_length=400, help_text="of the place in the standard, when it was asked for")
    before = models.CharField(max_length=400, blank=True, help_text="what stood there, in words")
    approving_role = models.CharField(max_length=63, blank=True, help_text="of the standard; empty: the PMO")
    reason = models.TextField(max_length=4000)
    last_day = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.ASKED)
    note = models.TextField(max_length=4000, blank=True, help_text="of whoever decided or ended it")

    class Meta:
        ordering = ["-requested_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "key"],
                condition=models.Q(state="asked"),
                name="one_tailoring_asked_per_key",
                violation_error_message="Somebody asks for a change of this already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, {self.project}"

    @property
    def value_words(self) -> str:
        return "left out" if self.value is None else words_of(self.value)

    def holds_on(self, day: date) -> bool:
        return self.state == self.State.APPROVED and (self.last_day is None or day <= self.last_day)

    def is_over_on(self, day: date) -> bool:
        return self.state == self.State.APPROVED and not self.holds_on(day)


class MigrationDecision(models.Model):
    """What was decided about one project when a version was in force that it does not follow. The last one counts.

    Who stays does so through ``last_day``, and then moves by itself; who is exempt, until something else is decided.
    """

    class Kind(models.TextChoices):
        MIGRATE = "migrate", "Moves"
        STAY = "stay", "Stays until a day"
        EXEMPT = "exempt", "Exempt"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="migration_decisions")
    from_version = models.ForeignKey(StandardVersion, on_delete=models.PROTECT, related_name="+")
    to_version = models.ForeignKey(StandardVersion, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    last_day = models.DateField(null=True, blank=True)
    reason = models.TextField(max_length=4000, blank=True)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        null=True,
        blank=True,
        on_delete=models.PROTECT,
        related_name="+",
        help_text="empty: by itself, when a stay was over",
    )
    decided_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-decided_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(kind="stay", last_day__isnull=False) | ~models.Q(kind="stay"),
                name="a_stay_has_a_last_day",
            )
        ]

    def __str__(self) -> str:
        return f"{self.project}: {self.get_kind_display()}"
