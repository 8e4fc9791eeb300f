"""What the evidence said, each time it was asked. Assessments are only ever added."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now


class Status(models.TextChoices):
    """What the evidence supports for one dimension. Missing or stale evidence is unknown, never green."""

    GREEN = "green", "Green"
    AMBER = "amber", "Amber"
    RED = "red", "Red"
    UNKNOWN = "unknown", "Unknown"


class Assessment(models.Model):
    """One answer of ``engine.assess`` about one project; it can be computed again from what it names."""

    project = models.ForeignKey("projects.Project", on_delete=models.PROTECT, related_name="assessments")
    plan_version = models.ForeignKey("projects.PlanVersion", on_delete=models.PROTECT, related_name="assessments")
    standard_version = models.ForeignKey("standards.StandardVersion", on_delete=models.PROTECT, related_name="+")
    tailoring = models.JSONField(default=list, help_text="what was laid over the version: pairs of key and value")
    engine_version = models.CharField(max_length=20)
    seed = models.BigIntegerField(default=0)
    data_date = models.DateField(null=True)
    overall = models.CharField(max_length=10, choices=Status.choices)
    overall_reason = models.TextField(blank=True)
    facts_as_of = models.DateTimeField()
    assessed_at = models.DateTimeField(default=now)
    metrics = models.JSONField(default=list)
    failed_major = models.PositiveIntegerField(default=0)
    failed_minor = models.PositiveIntegerField(default=0)
    failed_info = models.PositiveIntegerField(default=0)
    passed = models.PositiveIntegerField(default=0)
    not_assessable = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-facts_as_of", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "plan_version", "standard_version", "facts_as_of"],
                name="one_assessment_of_the_same_facts",
            )
        ]

    def __str__(self) -> str:
        return f"{self.project} as of {self.facts_as_of:%Y-%m-%d %H:%M}"

    @property
    def failed(self) -> int:
        return self.failed_major + self.failed_minor + self.failed_info


class Finding(models.Model):
    """How one rule came out in one assessment, with everything that was counted."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="findings")
    rule = models.CharField(max_length=80)
    family = models.CharField(max_length=80)
    title = models.CharField(max_length=200)
    dimension = models.CharField(max_length=40, blank=True)
    outcome = models.CharField(max_length=20)
    severity = models.CharField(max_length=10)
    numerator = models.FloatField(null=True)
    denominator = models.FloatField(null=True)
    value = models.FloatField(null=True)
    limit = models.FloatField(null=True)
    limit_kind = models.CharField(max_length=40)
    sentence = models.TextField()
    offenders = models.JSONField(default=list)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "rule"], name="one_finding_per_rule_and_assessment")
        ]

    def __str__(self) -> str:
        return f"{self.rule}: {self.outcome}"


class DimensionStatus(models.Model):
    """The evidence status of one dimension in one assessment, with the sentences that explain it."""

    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="dimensions")
    dimension = models.CharField(max_length=40)
    status = models.CharField(max_length=10, choices=Status.choices)
    title = models.CharField(max_length=200)
    reasons = models.JSONField(default=list)
    indicators = models.JSONField(default=list)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["assessment", "dimension"], name="one_status_per_dimension_and_assessment")
        ]

    def __str__(self) -> str:
        return f"{self.dimension}: {self.status}"


class Standing(models.Model):
    """Where a project stands now: its latest assessment, and when time alone makes a new one due."""

    project = models.OneToOneField(
        "projects.Project", on_delete=models.CASCADE, primary_key=True, related_name="standing"
    )
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    facts_as_of = models.DateTimeField()
    due_again_at = models.DateTimeField(null=True, db_index=True)
    overall = models.CharField(max_length=10, choices=Status.choices)
    forecast_finish = models.DateField(null=True)
    finish_slip_days = models.IntegerField(null=True, help_text="working days after the baseline finish")
    next_milestone = models.CharField(max_length=200, blank=True)
    next_milestone_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.project}: {self.overall}"


class CurrentStatus(models.Model):
    """One dimension of a project's standing, beside what it was in the assessment of the plan before."""

    project = models.ForeignKey("projects.Project", on_delete=models.CASCADE, related_name="statuses")
    dimension = models.CharField(max_length=40)
    status = models.CharField(max_length=10, choices=Status.choices)
    previous = models.CharField(max_length=10, choices=Status.choices, blank=True)
    since = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "dimension"], name="one_current_status_per_dimension")
        ]
        indexes = [models.Index(fields=["dimension", "status"]), models.Index(fields=["since"])]

    def __str__(self) -> str:
        return f"{self.project} {self.dimension}: {self.status}"

    @property
    def trend(self) -> str:
        """Better or worse than under the plan before; empty if nothing changed or one of them is unknown."""
        order = [Status.GREEN, Status.AMBER, Status.RED]
        if self.status not in order or self.previous not in order or self.status == self.previous:
            return ""
        return "worse" if order.index(Status(self.status)) > order.index(Status(self.previous)) else "better"


class ImpactAnalysis(models.Model):
    """What a draft of a standard, as it was then, would find in the running projects of its organisation.

    It is due while ``due_at`` is set; a worker that has it sets that later, so that a lost one is taken up again.
    """

    draft = models.ForeignKey("standards.StandardDraft", on_delete=models.CASCADE, related_name="impacts")
    content_hash = models.CharField(max_length=64)
    requested_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    requested_at = models.DateTimeField(default=now)
    total = models.PositiveIntegerField(help_text="projects to look at")
    due_at = models.DateTimeField(null=True, default=now, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    done_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["-requested_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "content_hash"], name="one_impact_analysis_of_the_same_draft")
        ]

    def __str__(self) -> str:
        return f"impact of {self.draft}"


class ProjectImpact(models.Model):
    """Names of the rules that would fail in one project and do not now, and the other way round."""

    analysis = models.ForeignKey(ImpactAnalysis, on_delete=models.CASCADE, related_name="projects")
    project = models.ForeignKey("projects.Project", on_delete=models.CASCADE, related_name="+")
    new = models.JSONField(default=list)
    gone = models.JSONField(default=list)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["analysis", "project"], name="one_impact_per_project")]

    def __str__(self) -> str:
        return f"{self.project}: {len(self.new)} new"
