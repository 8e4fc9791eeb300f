"""Which test is for which criterion, and how each criterion stands by its tests and by what people saw."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from zoneinfo import ZoneInfo

from django.db import models

from plumbline.engine.acceptance import is_too_old
from plumbline.office.acceptance.models import Criterion
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models.manual import ManualEvidence
from plumbline.office.test_runs.models.runs import LONGEST_NAME, TestCase, TestRun


class Via(models.TextChoices):
    """How it is known that a test is for a criterion."""

    TAG = "tag", "Tag of the criterion"
    REQUIREMENT = "requirement", "Tag of its requirement"
    PROPERTY = "property", "Property of the result"
    NAME = "name", "Name of the test"
    RULE = "rule", "Map of the project"


class Outcome(models.TextChoices):
    """What the evidence of a criterion says. ``stale`` is never kept: it follows from dates when one looks."""

    GREEN = "green", "Green"
    RED = "red", "Red"
    FLAKY = "flaky", "Flaky"
    PENDING = "pending", "Pending"
    STALE = "stale", "Stale"
    UNTESTED = "untested", "Untested"


class MapRule(models.Model):
    """Tests whose name fits the pattern are for the criterion; a pattern may contain ``*`` and ``?``."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="test_map_rules")
    pattern = models.CharField(max_length=LONGEST_NAME)
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="test_map_rules")
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["project", "pattern", "id"]
        constraints = [models.UniqueConstraint("project", "pattern", "criterion", name="test_map_rule_once")]

    def __str__(self) -> str:
        return f"{self.pattern} → {self.criterion.reference}"


class CriterionTest(models.Model):
    """A test is for a criterion. Follows from the latest runs and the map, and is made anew with them."""

    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="tests")
    case = models.ForeignKey(TestCase, on_delete=models.PROTECT, related_name="criteria")
    via = models.CharField(max_length=12, choices=Via.choices)

    class Meta:
        ordering = ["criterion", "case"]
        constraints = [models.UniqueConstraint("criterion", "case", name="criterion_test_once")]

    def __str__(self) -> str:
        return f"{self.criterion.reference} by {self.case}"


@dataclass(frozen=True, slots=True)
class Belief:
    """How many calendar days the standard of a project believes evidence, by the clock of the organisation."""

    days: int
    today: date
    zone: ZoneInfo

    def ends_before_today(self, moment: datetime) -> bool:
        return is_too_old(moment.astimezone(self.zone).date(), self.today, self.days)


class CriterionEvidence(models.Model):
    """How a criterion stands, kept by whatever changes it: a run, the map, a person, the criteria themselves.

    ``manual`` is what a person saw, where the criterion stands by that; else it stands by its tests. ``oldest_at`` is
    when that person looked, or when the longest unrun of the tests last ran: evidence is as old as its oldest part.
    ``first_green_at`` is when the present text was first met; ``outcome`` says nothing of age, ``standing`` does.
    """

    criterion = models.OneToOneField(Criterion, on_delete=models.PROTECT, related_name="evidence")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.UNTESTED)
    latest_run = models.ForeignKey(TestRun, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    manual = models.ForeignKey(ManualEvidence, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    oldest_at = models.DateTimeField(null=True, blank=True)
    since = models.DateTimeField(default=now, help_text="since when the outcome is what it is")
    first_green_at = models.DateTimeField(null=True, blank=True)
    tests = models.PositiveIntegerField(default=0)
    passed = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["criterion"]
        indexes = [models.Index(fields=["outcome"], name="evidence_by_outcome")]

    def __str__(self) -> str:
        return f"{self.criterion.reference}: {self.get_outcome_display()}"

    def standing(self, changed_at: datetime, belief: Belief | None = None) -> Outcome:
        """The outcome, but stale where it is green and older than the text, or than evidence is believed."""
        kept = Outcome(self.outcome)
        if kept is not Outcome.GREEN or self.oldest_at is None:
            return kept
        is_old = self.oldest_at < changed_at or (belief is not None and belief.ends_before_today(self.oldest_at))
        return Outcome.STALE if is_old else kept


class EvidenceTurn(models.Model):
    """The outcome of a criterion became another one, by which run; by none where a person did it. Only ever added."""

    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="evidence_turns")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    run = models.ForeignKey(TestRun, null=True, blank=True, on_delete=models.PROTECT, related_name="turns")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["criterion", "id"]

    def __str__(self) -> str:
        return f"{self.criterion.reference} became {self.get_outcome_display()}"
