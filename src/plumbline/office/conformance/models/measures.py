"""What was counted: each project now, and the office day by day. Days that are over are never counted anew."""

from __future__ import annotations

from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project


class ProjectConformance(models.Model):
    """Where one project stands now. ``parts`` are kept, asked and unjudged by name, ``items`` what is behind them.

    The outcomes are what conformance is set beside: days of slip, growth of costs, gates passed at the first review.
    """

    project = models.OneToOneField(Project, on_delete=models.CASCADE, primary_key=True, related_name="conformance")
    score = models.FloatField(null=True)
    parts = models.JSONField(default=dict)
    items = models.JSONField(default=dict)
    percent_complete = models.FloatField(null=True)
    slip_days = models.FloatField(null=True)
    cost_growth = models.FloatField(null=True)
    first_time_pass = models.FloatField(null=True)
    counted_at = models.DateTimeField(default=now, db_index=True)

    def __str__(self) -> str:
        return f"{self.project}: {self.score}"


class GroupConformance(models.Model):
    """One day of a group of projects: the whole organisation, a portfolio, a unit, or those of one manager."""

    class Kind(models.TextChoices):
        ORGANISATION = "organisation", "Organisation"
        PORTFOLIO = "portfolio", "Portfolio"
        UNIT = "unit", "Unit"
        MANAGER = "manager", "Project manager"

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    kind = models.CharField(max_length=20, choices=Kind.choices)
    key = models.BigIntegerField(help_text="of the portfolio, unit or person; 0 for the organisation")
    name = models.CharField(max_length=200)
    score = models.FloatField(null=True)
    parts = models.JSONField(default=dict)
    projects = models.PositiveIntegerField()

    class Meta:
        ordering = ["day", "name", "id"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "day", "kind", "key"], name="one_conformance_per_group_day")
        ]

    def __str__(self) -> str:
        return f"{self.name} on {self.day}: {self.score}"


class PracticeReading(models.Model):
    """One metric on one day, with the list behind it (``items``: project, what, counts, detail).

    ``more`` says something that only this kind of number has; of an association, what chance would do.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    day = models.DateField()
    metric = models.CharField(max_length=80)
    value = models.FloatField(null=True)
    numerator = models.FloatField(null=True)
    denominator = models.FloatField(null=True)
    also = models.CharField(max_length=400, blank=True)
    reason = models.CharField(max_length=400, blank=True)
    items = models.JSONField(default=list)
    more = models.JSONField(default=dict)

    class Meta:
        ordering = ["day", "id"]
        constraints = [models.UniqueConstraint(fields=["organisation", "day", "metric"], name="one_reading_per_day")]

    def __str__(self) -> str:
        return f"{self.metric} on {self.day}: {self.value}"
