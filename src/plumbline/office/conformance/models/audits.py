"""Audits: what is looked at, by whom, which projects were chosen and how, and what was reported."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project
from plumbline.office.standards.models import StandardVersion


class Audit(models.Model):
    """It is reported once, and frozen by that; its findings are followed up until it is closed."""

    class State(models.TextChoices):
        PLANNED = "planned", "Planned"
        UNDER_WAY = "under_way", "Under way"
        REPORTED = "reported", "Reported"
        FOLLOW_UP = "follow_up", "Follow-up"
        CLOSED = "closed", "Closed"
        CANCELLED = "cancelled", "Cancelled"

    AFTER_THE_REPORT = (State.REPORTED, State.FOLLOW_UP, State.CLOSED)

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="audits")
    title = models.CharField(max_length=160)
    scope = models.TextField(max_length=4000)
    reason = models.TextField(max_length=4000)
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="led_audits")
    planned_from = models.DateField()
    planned_to = models.DateField()
    state = models.CharField(max_length=20, choices=State.choices, default=State.PLANNED)
    state_since = models.DateTimeField(default=now)
    note = models.TextField(max_length=4000, blank=True, help_text="why it was cancelled, or what was said at its end")
    planned_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-planned_from", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(planned_to__gte=models.F("planned_from")),
                name="audit_ends_after_it_begins",
                violation_error_message="It cannot end before it begins.",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_reported(self) -> bool:
        return self.state in self.AFTER_THE_REPORT


class SampleChoice(models.Model):
    """How projects were chosen, once; the last choice counts. Rows are only added."""

    class Method(models.TextChoices):
        HAND = "hand", "By hand"
        RANDOM = "random", "At random"
        RISK = "risk", "By risk"

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="choices")
    method = models.CharField(max_length=10, choices=Method.choices)
    seed = models.BigIntegerField(null=True, blank=True)
    size = models.PositiveSmallIntegerField()
    how = models.TextField(help_text="in words, with how many there were to choose from")
    chosen_from = models.JSONField(help_text="the codes that there were to choose from, in the order of choice")
    chosen = models.JSONField(help_text="the codes chosen")
    chosen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.audit}: {self.get_method_display()}"


class SampledProject(models.Model):
    """A project that an audit looks at. Standard and phase are what they were when the audit began."""

    audit = models.ForeignKey(Audit, on_delete=models.CASCADE, related_name="sample")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="sampled")
    standard_version = models.ForeignKey(
        StandardVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    phase = models.CharField(max_length=80, blank=True)

    class Meta:
        ordering = ["project__code"]
        constraints = [models.UniqueConstraint(fields=["audit", "project"], name="sampled_once")]

    def __str__(self) -> str:
        return f"{self.project} in {self.audit}"


class AuditReport(models.Model):
    """One document that says everything as it was when it was reported. It never changes."""

    audit = models.OneToOneField(Audit, on_delete=models.PROTECT, related_name="report")
    document = models.TextField(help_text="JSON, keys sorted")
    digest = models.CharField(max_length=64, help_text="SHA-256 of the document in UTF-8")
    reported_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reported_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"Report of {self.audit}"

    @property
    def digest_parts(self) -> list[str]:
        """So that it may be broken on a narrow page."""
        return [self.digest[place : place + 8] for place in range(0, 64, 8)]
