"""What was promised, by whom, to whom and when."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from django.conf import settings
from django.core.validators import MinValueValidator
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project

UID = 200
MOST_MONEY = Decimal(10) ** 13


class Commitment(models.Model):
    """Never changed: a later row of the same number takes its place, one that is ``withdrawn`` ends it."""

    class Kind(models.TextChoices):
        FINISH = "finish", "Finish of the project"
        MILESTONE = "milestone", "Milestone"
        BUDGET = "budget", "Budget"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="commitments")
    number = models.PositiveIntegerField(help_text="counted within the project")
    kind = models.CharField(max_length=9, choices=Kind.choices)
    uid = models.CharField(max_length=UID, blank=True, help_text="of the milestone in the plan, as text")
    milestone = models.CharField(max_length=250, blank=True, help_text="its name when it was promised")
    day = models.DateField(null=True, blank=True)
    amount = models.DecimalField(
        null=True, blank=True, max_digits=16, decimal_places=2, validators=[MinValueValidator(Decimal("0.01"))]
    )
    promised_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    promised_to = models.CharField(max_length=160, blank=True)
    promised_on = models.DateField()
    note = models.CharField(max_length=500, blank=True)
    withdrawn = models.BooleanField(default=False)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["number", "id"]
        indexes = [models.Index(fields=["project", "number"], name="commitment_of_project")]
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(kind="budget") & models.Q(amount__isnull=False) & models.Q(day=None))
                | (~models.Q(kind="budget") & models.Q(day__isnull=False) & models.Q(amount=None)),
                name="commitment_day_or_amount",
                violation_error_message="A budget is an amount, everything else a day.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.reference} of {self.project.code}"

    @property
    def reference(self) -> str:
        return f"T-{self.number}"

    @property
    def name(self) -> str:
        return self.milestone if self.kind == self.Kind.MILESTONE else str(self.Kind(self.kind).label)

    @property
    def value(self) -> date | float:
        if self.amount is not None:
            return float(self.amount)
        assert self.day is not None
        return self.day
