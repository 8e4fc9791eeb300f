"""Criteria with weights, scenarios of candidates, what was calculated for them, and what was decided."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Lower

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.runs import Run
from plumbline.office.intake.models import ProjectRequest
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project

MOST_POINTS = 10


class Weighting(models.Model):
    """The criteria of the organisation with their weights; only ever added, the last counts.

    ``criteria`` are objects with key, title and weight. ``judgements`` of a comparison two by two are
    [first key, second key, how often the first counts of the second], and ``ratio`` says how well they go together.
    """

    class Method(models.TextChoices):
        DIRECT = "direct", "Given directly"
        PAIRWISE = "pairwise", "Compared two by two"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="weightings")
    method = models.CharField(max_length=8, choices=Method.choices)
    criteria = models.JSONField(default=list)
    judgements = models.JSONField(default=list, blank=True)
    ratio = models.FloatField(null=True, blank=True)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"Criteria of {self.at:%Y-%m-%d}"


class Scenario(models.Model):
    """Candidates with limits. ``budget`` is by period, ``capacity`` by role and period, ``buckets`` are
    {name: [least, most] percent}; amounts are texts of decimals, and ``None`` has no limit.
    """

    class Basis(models.TextChoices):
        VALUE = "value", "The value of each candidate"
        SCORE = "score", "The score by the criteria, from 0 to 100"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="scenarios")
    name = models.CharField(max_length=160)
    note = models.TextField(max_length=4000, blank=True)
    basis = models.CharField(max_length=5, choices=Basis.choices, default=Basis.VALUE)
    periods = models.JSONField(default=list)
    budget = models.JSONField(default=list, blank=True)
    capacity = models.JSONField(default=dict, blank=True)
    buckets = models.JSONField(default=dict, blank=True)
    created_at = models.DateTimeField(default=now)
    created_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("name"),
                name="scenario_name_once",
                violation_error_message="There is a scenario of this name.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Candidate(models.Model):
    """A project, a request or something else that may be chosen; its figures are the scenario's own.

    ``cost`` and ``roles`` count by period from its start. ``earliest`` and ``latest`` are periods from 1. ``points``
    are {key of a criterion: 0 to 10}; ``job`` is [value, urgency, risk reduction, size] on the scale of WSJF.
    """

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="candidates")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(ProjectRequest, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    rank = models.PositiveIntegerField()
    value = models.DecimalField(max_digits=16, decimal_places=2, default=Decimal(0))
    cost = models.JSONField(default=list, blank=True)
    roles = models.JSONField(default=dict, blank=True)
    bucket = models.CharField(max_length=60, blank=True)
    must = models.BooleanField(default=False)
    earliest = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])
    latest = models.PositiveSmallIntegerField(default=1, validators=[MinValueValidator(1)])
    loss_per_period = models.DecimalField(
        max_digits=16, decimal_places=2, default=Decimal(0), validators=[MinValueValidator(Decimal(0))]
    )
    risk = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(1), MaxValueValidator(5)]
    )
    points = models.JSONField(default=dict, blank=True)
    job = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["rank", "id"]
        constraints = [
            models.UniqueConstraint(
                "scenario",
                Lower("name"),
                name="candidate_name_once",
                violation_error_message="The scenario has a candidate of this name.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def all_cost(self) -> Decimal:
        return sum((Decimal(each) for each in self.cost), Decimal(0))


class Tie(models.Model):
    """A candidate needs another, or excludes it."""

    class Kind(models.TextChoices):
        NEEDS = "needs", "Needs"
        EXCLUDES = "excludes", "Excludes"

    candidate = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="ties")
    other = models.ForeignKey(Candidate, on_delete=models.CASCADE, related_name="tied_by")
    kind = models.CharField(max_length=8, choices=Kind.choices)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint("candidate", "other", "kind", name="tied_once"),
            models.CheckConstraint(condition=~models.Q(candidate=models.F("other")), name="tied_to_another"),
        ]

    def __str__(self) -> str:
        return f"{self.candidate} {self.kind} {self.other}"


class Selection(Run):
    """One calculation. ``digest`` is of what it was calculated from, so that one sees when the scenario has moved on.

    ``outcome`` names candidates as they were called then.
    """

    scenario = models.ForeignKey(Scenario, on_delete=models.CASCADE, related_name="selections")
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    digest = models.CharField(max_length=64, blank=True)
    outcome = models.JSONField(default=dict, blank=True)

    class Meta:
        ordering = ["-asked_at", "-id"]

    def __str__(self) -> str:
        return f"Selection for {self.scenario}"


class Approval(models.Model):
    """A scenario was made the plan of record; only ever added, the one of the highest number counts.

    ``content`` is what was decided, copied: no later change of the scenario or of a project changes it.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="plans_of_record")
    scenario = models.ForeignKey(Scenario, on_delete=models.PROTECT, related_name="approvals")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=160)
    note = models.TextField(max_length=4000, blank=True)
    content = models.JSONField(default=dict)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint("organisation", "number", name="plan_of_record_number_once")]

    def __str__(self) -> str:
        return f"Plan of record {self.number}: {self.name}"
