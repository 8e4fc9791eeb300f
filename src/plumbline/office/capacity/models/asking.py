"""Whose capacity a plan means by a name, and what projects ask for before they have a plan."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models

from plumbline.office.capacity.models.people import SOME, Ability, Pool, ResourcePerson
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project

PERSON = settings.AUTH_USER_MODEL
PLAN_NAME = 250
MOST_PERCENT = 10_000


class PlanMatch(models.Model):
    """What a name in plans means, for all plans: one person, a role, a pool, or nobody whose capacity counts here."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="plan_matches")
    name = models.CharField(max_length=PLAN_NAME, help_text="as plans write it")
    key = models.CharField(max_length=PLAN_NAME, help_text="the same, however it is spaced and capitalised")
    person = models.ForeignKey(ResourcePerson, null=True, blank=True, on_delete=models.PROTECT, related_name="matches")
    ability = models.ForeignKey(Ability, null=True, blank=True, on_delete=models.PROTECT, related_name="matches")
    pool = models.ForeignKey(Pool, null=True, blank=True, on_delete=models.PROTECT, related_name="matches")
    set_by = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "plan matches"
        constraints = [models.UniqueConstraint(fields=["organisation", "key"], name="plan_match_once")]

    def __str__(self) -> str:
        return self.name


class CapacityRequest(models.Model):
    """A role, or anybody of a pool, for some months. ``percent`` is of one full-time person: 150 is one and a half."""

    class State(models.TextChoices):
        ASKED = "asked", "Asked for"
        APPROVED = "approved", "Approved"
        REFUSED = "refused", "Refused"
        WITHDRAWN = "withdrawn", "Withdrawn"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="capacity_requests")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="capacity_requests")
    pool = models.ForeignKey(Pool, on_delete=models.PROTECT, related_name="requests")
    role = models.ForeignKey(Ability, null=True, blank=True, on_delete=models.PROTECT, related_name="requests")
    percent = models.PositiveSmallIntegerField(validators=[SOME, MaxValueValidator(MOST_PERCENT)])
    first_month = models.DateField()
    last_month = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.ASKED)
    given = models.ForeignKey(ResourcePerson, null=True, blank=True, on_delete=models.PROTECT, related_name="given_to")
    asked_by = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-asked_at", "-id"]
        indexes = [models.Index(fields=["organisation", "state"], name="capacity_requests_by_state")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last_month__gte=models.F("first_month")),
                name="request_months_in_order",
                violation_error_message="The last month lies before the first one.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.percent} % {self.role or self.pool} for {self.project.code}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.ASKED


class CapacityDecision(models.Model):
    """What became of a request. Only ever added."""

    request = models.ForeignKey(CapacityRequest, on_delete=models.PROTECT, related_name="decisions")
    state = models.CharField(max_length=10, choices=CapacityRequest.State.choices)
    given = models.ForeignKey(ResourcePerson, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: {self.request}"
