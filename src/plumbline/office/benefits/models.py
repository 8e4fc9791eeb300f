"""Benefits of projects: their profiles in versions, what was measured, what they hang on, and the review afterwards.

None of it ends with the project: an archived project's benefits are measured on.
"""

from __future__ import annotations

from django.db import models

from plumbline.engine import benefits as engine
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.handed_in import HandedInTable
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry
from plumbline.office.strategy.models import Objective

LONGEST = 4000
DIGITS, DECIMALS = 16, 4


class Kind(models.TextChoices):
    CASHABLE = engine.Kind.CASHABLE.value, "Cashable"
    TIME_RELEASED = engine.Kind.TIME_RELEASED.value, "Time released"
    COST_AVOIDANCE = engine.Kind.COST_AVOIDANCE.value, "Cost avoidance"
    NON_FINANCIAL = engine.Kind.NON_FINANCIAL.value, "Non-financial"


class Rung(models.TextChoices):
    """Of the evidence ladder."""

    OBSERVABLE = engine.Rung.OBSERVABLE.value, "Observable: people agree that they see it"
    MEASURABLE = engine.Rung.MEASURABLE.value, "Measurable: it is measured, how far it will go is not known"
    QUANTIFIABLE = engine.Rung.QUANTIFIABLE.value, "Quantifiable: how far it will go can be foretold"
    FINANCIAL = engine.Rung.FINANCIAL.value, "Financial: it is worth a known sum of money"


class Status(models.TextChoices):
    PROPOSED = "proposed", "Proposed"
    AGREED = "agreed", "Agreed"
    REALISED = "realised", "Realised"
    ENDED = "ended", "No longer measured"


MEASURED = (Status.AGREED, Status.REALISED)
LIVE = (Status.PROPOSED, *MEASURED)


class Benefit(models.Model):
    """``profile`` is its newest version. ``told_of`` is the due day of which its owner has been told."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="benefits")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="benefits")
    number = models.PositiveIntegerField()
    profile = models.ForeignKey("BenefitProfile", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    measure_due_on = models.DateField(null=True, blank=True)
    told_of = models.DateField(null=True, blank=True)
    review_asked_at = models.DateTimeField(null=True, blank=True, help_text="the office heard that a review is missing")

    class Meta:
        ordering = ["project__code", "number"]
        constraints = [models.UniqueConstraint("project", "number", name="benefit_number_once")]
        indexes = [models.Index(fields=["measure_due_on"], name="benefits_by_measurement_due")]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def reference(self) -> str:
        return f"B-{self.number}"

    @property
    def title(self) -> str:
        return self.profile.title if self.profile else ""


class BenefitProfile(models.Model):
    """One version of what is promised; only ever added. ``points`` are pairs of day and level as text."""

    benefit = models.ForeignKey(Benefit, on_delete=models.PROTECT, related_name="profiles")
    version = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    description = models.TextField(max_length=LONGEST, blank=True)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.NON_FINANCIAL)
    rung = models.CharField(max_length=12, choices=Rung.choices, default=Rung.MEASURABLE)
    is_disbenefit = models.BooleanField(default=False)
    owner = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="owned_benefits")
    successor = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    measure = models.CharField(max_length=160, blank=True)
    unit = models.CharField(max_length=40, blank=True)
    baseline = models.DecimalField(null=True, blank=True, max_digits=DIGITS, decimal_places=DECIMALS)
    baseline_on = models.DateField(null=True, blank=True)
    target = models.DecimalField(null=True, blank=True, max_digits=DIGITS, decimal_places=DECIMALS)
    realised_on = models.DateField(null=True, blank=True)
    points = models.JSONField(default=list, blank=True)
    measure_every = models.PositiveSmallIntegerField(null=True, blank=True, help_text="days")
    assumptions = models.TextField(max_length=LONGEST, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.PROPOSED)
    because = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["benefit", "version"]
        constraints = [models.UniqueConstraint("benefit", "version", name="benefit_version_once")]

    def __str__(self) -> str:
        return f"{self.title}, version {self.version}"

    @property
    def lacks(self) -> tuple[str, ...]:
        """What is missing before anybody can say whether it came."""
        wanted = {
            "owner": self.owner_id,
            "measure": self.measure,
            "baseline": self.baseline if self.baseline_on else None,
            "target": self.target if self.realised_on else None,
        }
        return tuple(name for name, value in wanted.items() if value in (None, ""))


class BenefitMeasurement(models.Model):
    """What the measure was on a day. Only ever added: a later one of the same day takes its place.

    One that ``withdraws`` another has no value of its own.
    """

    benefit = models.ForeignKey(Benefit, on_delete=models.PROTECT, related_name="measurements")
    on = models.DateField()
    value = models.DecimalField(null=True, blank=True, max_digits=DIGITS, decimal_places=DECIMALS)
    note = models.CharField(max_length=500, blank=True)
    withdraws = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="withdrawn_by"
    )
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["on", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(value=None) ^ models.Q(withdraws=None), name="measurement_measures_or_withdraws"
            )
        ]

    def __str__(self) -> str:
        return f"{self.benefit} on {self.on}"


class Means(models.Model):
    """What a benefit hangs on: an enabler, or a business change."""

    class Kind(models.TextChoices):
        ENABLER = engine.NodeKind.ENABLER.value, "Enabler"
        CHANGE = engine.NodeKind.CHANGE.value, "Business change"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="means")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="means")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    description = models.TextField(max_length=LONGEST, blank=True)
    owner = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="owned_means")
    due_on = models.DateField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    done_on = models.DateField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["project", "-kind", "number"]
        constraints = [models.UniqueConstraint("project", "kind", "number", name="means_number_once")]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def reference(self) -> str:
        return f"{'E' if self.kind == self.Kind.ENABLER else 'C'}-{self.number}"

    @property
    def dates(self) -> engine.ChangeDates:
        return engine.ChangeDates(self.due_on, self.expected_on, self.done_on)


class MeansStep(models.Model):
    """What changed about an enabler or a business change; only ever added."""

    means = models.ForeignKey(Means, on_delete=models.PROTECT, related_name="steps")
    changed = models.JSONField(default=dict, blank=True)
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.means}, {self.at:%Y-%m-%d}"


class BenefitLink(models.Model):
    """One thing of a project's network brings about another; ended links stay to be read."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="benefit_links")
    from_means = models.ForeignKey(Means, null=True, blank=True, on_delete=models.PROTECT, related_name="leads_to")
    from_benefit = models.ForeignKey(Benefit, null=True, blank=True, on_delete=models.PROTECT, related_name="leads_to")
    to_means = models.ForeignKey(Means, null=True, blank=True, on_delete=models.PROTECT, related_name="comes_from")
    to_benefit = models.ForeignKey(Benefit, null=True, blank=True, on_delete=models.PROTECT, related_name="comes_from")
    to_objective = models.ForeignKey(
        Objective, null=True, blank=True, on_delete=models.PROTECT, related_name="benefit_links"
    )
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(from_means=None) ^ models.Q(from_benefit=None), name="benefit_link_from_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source} leads to {self.target}"

    @property
    def source(self) -> Means | Benefit:
        found = self.from_means or self.from_benefit
        assert found is not None
        return found

    @property
    def target(self) -> Means | Benefit | Objective:
        found = self.to_means or self.to_benefit or self.to_objective
        assert found is not None
        return found


class BenefitsReview(models.Model):
    """Whether it was worth it, asked after the project: planned for a day, held once."""

    class Decision(models.TextChoices):
        CONTINUE = "continue", "Measure on as it is"
        ADJUST = "adjust", "Adjust what was promised"
        STOP = "stop", "Stop measuring"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="benefits_reviews")
    planned_on = models.DateField()
    reason = models.CharField(max_length=500, blank=True)
    planned_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    told_of = models.DateField(null=True, blank=True)
    held_on = models.DateField(null=True, blank=True)
    held_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    findings = models.TextField(max_length=LONGEST, blank=True)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True)
    lesson = models.ForeignKey(Entry, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-planned_on", "-id"]
        indexes = [models.Index(fields=["held_on", "planned_on"], name="benefits_reviews_by_due")]

    def __str__(self) -> str:
        return f"Benefits review of {self.project.code} on {self.planned_on}"


class BenefitsReviewer(models.Model):
    review = models.ForeignKey(BenefitsReview, on_delete=models.PROTECT, related_name="reviewers")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint("review", "person", name="benefits_reviewer_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.review}"


class MeasurementTable(HandedInTable):
    """A file with measurements, kept until it is taken up or another is handed in."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
