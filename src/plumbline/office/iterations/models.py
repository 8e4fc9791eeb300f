"""Iterations of a project as they ended. A record is never changed: a later one of the same number corrects it."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project

MOST_POINTS = Decimal(1_000_000)
_POINTS = [
    MinValueValidator(Decimal(0), "Points are not below zero."),
    MaxValueValidator(MOST_POINTS, "That is more points than anybody counts."),
]


class IterationRecord(models.Model):
    """``scope`` is all that was wanted on the last day, accepted or not; ``accepted`` what came in this iteration."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="iteration_records")
    number = models.PositiveIntegerField(help_text="counted within the project")
    ends_on = models.DateField()
    scope = models.DecimalField(max_digits=9, decimal_places=1, validators=_POINTS)
    accepted = models.DecimalField(max_digits=9, decimal_places=1, validators=_POINTS)
    planned = models.DecimalField(null=True, blank=True, max_digits=9, decimal_places=1, validators=_POINTS)
    note = models.CharField(max_length=500, blank=True)
    removed = models.BooleanField(default=False, help_text="this record says that there was no such iteration")
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number", "at", "id"]
        indexes = [models.Index(fields=["project", "number"], name="iteration_of_project")]

    def __str__(self) -> str:
        return f"Iteration {self.number} of {self.project.code}"


class BurnUpStanding(models.Model):
    """What was forecast when an iteration was recorded last; empty where there are too few to say anything."""

    project = models.OneToOneField(Project, on_delete=models.CASCADE, related_name="burn_up")
    forecast = models.JSONField(null=True, blank=True)
    worked_out_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"Burn-up of {self.project.code}"
