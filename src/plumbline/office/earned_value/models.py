"""What projects are to cost in time, what they did cost, what they earned, and what follows from it.

Baselines, costs, what was earned and exchange rates are only ever added. What follows from them is worked out anew
whenever one of them comes: ``ValuePeriod`` and ``ValueStanding`` hold nothing that is not in the others.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.core.validators import MinValueValidator, RegexValidator
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.handed_in import HandedInTable
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import PlanVersion, Project

DIGITS, DECIMALS = 18, 2
RATE_DIGITS, RATE_DECIMALS = 20, 8
LONGEST_WBS = 160
CURRENCY = RegexValidator(r"^[A-Z]{3}$", "Write the three letters of the currency, as EUR.")


def _money(**options: Any) -> models.DecimalField:
    return models.DecimalField(max_digits=DIGITS, decimal_places=DECIMALS, **options)


class Source(models.TextChoices):
    PLAN = "plan", "A version of the plan"
    TABLE = "table", "A table"


class PeriodKind(models.TextChoices):
    MONTH = "month", "Months"
    WEEK = "week", "Weeks, Monday to Sunday"


class TaskRule(models.TextChoices):
    """The measurement rule of tasks; milestones and level of effort have their own."""

    PHYSICAL = "physical", "Physical per cent complete"
    HALF = "50/50", "50/50"
    QUARTER = "25/75", "25/75"
    NOTHING = "0/100", "0/100"


class TableKind(models.TextChoices):
    BASELINE = "baseline", "What it is to cost"
    EARNED = "earned", "What is earned"
    ACTUAL = "actual", "What it did cost"


class CostTable(HandedInTable):
    """A file that is looked at before it is taken up. ``columns`` says which heading means what."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=10, choices=TableKind.choices)
    columns = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")


class CostBaseline(models.Model):
    """What was promised. The newest of a project counts; its values are in ``currency`` by the ends of periods."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="cost_baselines")
    number = models.PositiveIntegerField()
    source = models.CharField(max_length=8, choices=Source.choices)
    plan_version = models.ForeignKey(PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    table = models.ForeignKey(CostTable, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    currency = models.CharField(max_length=3, validators=[CURRENCY])
    period = models.CharField(max_length=8, choices=PeriodKind.choices, default=PeriodKind.MONTH)
    task_rule = models.CharField(max_length=12, choices=TaskRule.choices, default=TaskRule.PHYSICAL)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint("project", "number", name="cost_baseline_number_once"),
            models.CheckConstraint(
                condition=models.Q(plan_version=None) ^ models.Q(table=None), name="cost_baseline_of_one_source"
            ),
        ]

    def __str__(self) -> str:
        return f"Cost baseline {self.number} of {self.project.code}"


class BaselineLine(models.Model):
    """What of one WBS element is planned for the period that ends on a day."""

    baseline = models.ForeignKey(CostBaseline, on_delete=models.PROTECT, related_name="lines")
    wbs = models.CharField(max_length=LONGEST_WBS, blank=True)
    ends_on = models.DateField()
    amount = _money()
    is_level_of_effort = models.BooleanField(default=False)

    class Meta:
        ordering = ["ends_on", "wbs", "is_level_of_effort"]
        constraints = [
            models.UniqueConstraint("baseline", "wbs", "ends_on", "is_level_of_effort", name="baseline_line_once")
        ]

    def __str__(self) -> str:
        return f"{self.wbs} by {self.ends_on}"


class ActualCost(models.Model):
    """What was paid on a day; a credit is below zero. ``converted`` is in the currency of the baseline, by ``rate``."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="actual_costs")
    on = models.DateField()
    wbs = models.CharField(max_length=LONGEST_WBS, blank=True)
    amount = _money()
    currency = models.CharField(max_length=3, validators=[CURRENCY])
    converted_to = models.CharField(max_length=3, validators=[CURRENCY])
    rate = models.DecimalField(max_digits=RATE_DIGITS, decimal_places=RATE_DECIMALS)
    converted = _money()
    reference = models.CharField(max_length=80, blank=True)
    note = models.CharField(max_length=500, blank=True)
    table = models.ForeignKey(CostTable, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["project", "on"], name="actual_costs_by_day")]

    def __str__(self) -> str:
        return f"{self.amount} {self.currency} on {self.on}"


class EarnedEntry(models.Model):
    """What of one WBS element was earned in all by a day. Of one day the one that came last counts."""

    baseline = models.ForeignKey(CostBaseline, on_delete=models.PROTECT, related_name="earned")
    wbs = models.CharField(max_length=LONGEST_WBS, blank=True)
    as_of = models.DateField()
    value = _money(validators=[MinValueValidator(0, "Earned value is not below zero.")])
    plan_version = models.ForeignKey(PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    table = models.ForeignKey(CostTable, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["as_of", "id"]
        indexes = [models.Index(fields=["baseline", "as_of"], name="earned_by_day")]

    def __str__(self) -> str:
        return f"{self.value} by {self.as_of}"


class ExchangeRate(models.Model):
    """How much of the organisation's currency one unit of another is worth from a day on. The last of a day counts."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="exchange_rates")
    currency = models.CharField(max_length=3, validators=[CURRENCY])
    on = models.DateField()
    rate = models.DecimalField(
        max_digits=RATE_DIGITS,
        decimal_places=RATE_DECIMALS,
        validators=[MinValueValidator(Decimal(1).scaleb(-RATE_DECIMALS), "A rate is above zero.")],
    )
    source = models.CharField(max_length=160)
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["currency", "-on", "-id"]
        indexes = [models.Index(fields=["organisation", "currency", "on"], name="exchange_rates_by_day")]

    def __str__(self) -> str:
        return f"{self.currency} on {self.on}: {self.rate}"


class ValuePeriod(models.Model):
    """All that is known by the end of a period, of one WBS element or (``wbs`` is empty, ``is_total``) of the project.

    ``ev`` and ``ac`` are ``None`` where nobody told them. The ``_step`` of each is its rise since it was known last.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="value_periods")
    wbs = models.CharField(max_length=LONGEST_WBS, blank=True)
    is_total = models.BooleanField(default=False)
    number = models.PositiveIntegerField(help_text="counted from the first period of the baseline")
    ends_on = models.DateField()
    pv = _money()
    ev = _money(null=True, blank=True)
    ac = _money(null=True, blank=True)
    loe_pv = _money()
    pv_step = _money()
    ev_step = _money(null=True, blank=True)
    ac_step = _money(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint("project", "wbs", "is_total", "number", name="value_period_once"),
        ]

    def __str__(self) -> str:
        return f"{self.wbs} by {self.ends_on}"


class ValueStanding(models.Model):
    """How a project stands by its last period with earned value. Empty figures are not known; ``lacks`` says why.

    ``plan_number`` is the version of the plan up to which progress was taken. ``rate`` turns its money into that of
    the organisation as of ``as_of``; without it the project is in no sum. ``accuracy`` is there once all is earned.
    """

    project = models.OneToOneField(Project, on_delete=models.CASCADE, related_name="value_standing")
    baseline = models.ForeignKey(CostBaseline, on_delete=models.CASCADE, related_name="+")
    plan_number = models.PositiveIntegerField(default=0)
    as_of = models.DateField(null=True, blank=True)
    bac = _money()
    planned_finish = models.DateField()
    pv = _money(null=True, blank=True)
    ev = _money(null=True, blank=True)
    ac = _money(null=True, blank=True)
    figures = models.JSONField(default=dict, blank=True)
    rate = models.DecimalField(null=True, blank=True, max_digits=RATE_DIGITS, decimal_places=RATE_DECIMALS)
    lacks = models.CharField(max_length=300, blank=True)
    ended_on = models.DateField(null=True, blank=True)
    accuracy = models.JSONField(default=list, blank=True)
    worked_out_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["project__code"]

    def __str__(self) -> str:
        return f"Earned value of {self.project.code}"
