"""A project under its standard: rules set aside for it for a time, and who has which role in it."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project


class Waiver(models.Model):
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
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(default=now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
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
