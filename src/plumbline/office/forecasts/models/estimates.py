"""What is uncertain about a plan: how long its activities may take, and what its risks would do to it."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from plumbline.office.forecasts.models.commitments import UID
from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry

MOST_DAYS = Decimal(10_000)
_DAYS = [
    MinValueValidator(Decimal(0), "A duration is not below zero."),
    MaxValueValidator(MOST_DAYS, "That is longer than any activity takes."),
]
_PERCENT = [
    MinValueValidator(0, "A probability lies between 0 and 100 %."),
    MaxValueValidator(100, "A probability lies between 0 and 100 %."),
]


def _days() -> models.DecimalField:
    return models.DecimalField(null=True, blank=True, max_digits=7, decimal_places=2, validators=_DAYS)


def _money() -> models.DecimalField:
    return models.DecimalField(
        null=True, blank=True, max_digits=16, decimal_places=2, validators=[MinValueValidator(Decimal(0))]
    )


class Estimate(models.Model):
    """How many working days an activity takes at best, most likely and at worst. A later row takes its place.

    Without ``most_likely`` (uniform, or taken back) only the other two count, or none of them.
    """

    class Shape(models.TextChoices):
        PERT = "pert", "Beta-PERT"
        TRIANGULAR = "triangular", "Triangular"
        UNIFORM = "uniform", "Uniform"
        LOGNORMAL = "lognormal", "Lognormal"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="estimates")
    uid = models.CharField(max_length=UID, help_text="of the activity in the plan, as text")
    shape = models.CharField(max_length=10, choices=Shape.choices, default=Shape.PERT)
    optimistic, most_likely, pessimistic = _days(), _days(), _days()
    removed = models.BooleanField(default=False)
    from_table = models.BooleanField(default=False)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["project", "uid", "id"], name="estimate_of_activity")]

    def __str__(self) -> str:
        return f"Estimate of {self.uid} in {self.project.code}"


class RuleSet(models.Model):
    """Ranges for activities without an estimate of their own. The newest row holds, ``rules`` in their order.

    Each rule: ``words`` (of the activity or what it stands under; empty holds for all), ``at_least`` and ``below``
    in working days, ``low`` and ``high`` in per cent of the planned duration; ``together`` is the coefficient by which
    the durations of what it fits go together.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="estimate_rules")
    rules = models.JSONField(default=list, blank=True)
    from_history = models.BooleanField(
        default=False, help_text="what no rule fits takes what finished activities of the plan took"
    )
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Ranges by rule of {self.project.code}"


class RiskEffect(models.Model):
    """What a risk of the register does to the plan where it strikes, before and after what is done about it.

    ``uids`` are activities that take so many working days more; money comes on top. A later row of the same entry takes
    its place. Without a probability the step of the register counts.
    """

    entry = models.ForeignKey(Entry, on_delete=models.PROTECT, related_name="effects")
    uids = models.JSONField(default=list, blank=True)
    probability = models.PositiveSmallIntegerField(null=True, blank=True, validators=_PERCENT)
    days_least, days_likely, days_most = _days(), _days(), _days()
    cost_least, cost_likely, cost_most = _money(), _money(), _money()
    is_mitigated = models.BooleanField(default=False, help_text="the simulation counts it as after the mitigation")
    left_probability = models.PositiveSmallIntegerField(null=True, blank=True, validators=_PERCENT)
    left_share = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=_PERCENT, help_text="of the days and the money, in per cent"
    )
    mitigation_cost = _money()
    removed = models.BooleanField(default=False)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"Effect of {self.entry}"
