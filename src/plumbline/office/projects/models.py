"""The portfolio tree and the versions of plans."""

from __future__ import annotations

from django.db import models
from django.db.models.functions import Lower

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.models import StandardVersion


class Portfolio(models.Model):
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="portfolios")
    name = models.CharField(max_length=160)
    purpose = models.TextField(blank=True, max_length=4000)
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("name"),
                name="portfolio_name_once",
                violation_error_message="There is a portfolio of this name.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Programme(models.Model):
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="programmes")
    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, related_name="programmes")
    name = models.CharField(max_length=160)
    purpose = models.TextField(blank=True, max_length=4000)
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                "portfolio",
                Lower("name"),
                name="programme_name_once",
                violation_error_message="The portfolio has a programme of this name.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Project(models.Model):
    """``facts_changed_at`` is the mark for the assessors above: evidence arrived that they may not have seen.

    A project without a ``standard_version`` of its own follows whichever is in force.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="projects")
    portfolio = models.ForeignKey(Portfolio, on_delete=models.PROTECT, related_name="projects")
    programme = models.ForeignKey(Programme, null=True, blank=True, on_delete=models.PROTECT, related_name="projects")
    code = models.CharField(max_length=40)
    name = models.CharField(max_length=200)
    purpose = models.TextField(blank=True, max_length=4000)
    phase = models.CharField(max_length=80, blank=True)
    manager = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="managed_projects"
    )
    sponsor = models.ForeignKey(
        Person, null=True, blank=True, on_delete=models.PROTECT, related_name="sponsored_projects"
    )
    budget = models.DecimalField(null=True, blank=True, max_digits=16, decimal_places=2)
    current_plan = models.ForeignKey("PlanVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    baseline = models.ForeignKey("PlanVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    standard_version = models.ForeignKey(
        StandardVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="projects"
    )
    facts_changed_at = models.DateTimeField(null=True, blank=True, db_index=True)
    created_at = models.DateTimeField(default=now)
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["code"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("code"),
                name="project_code_once",
                violation_error_message="Another project has this code.",
            ),
            models.CheckConstraint(
                condition=models.Q(budget=None) | models.Q(budget__gte=0),
                name="budget_not_negative",
                violation_error_message="A budget cannot be negative.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}"


class PlanDocument(models.Model):
    """A schedule or its calculation as compressed JSON, kept once under the digest of its content."""

    digest = models.CharField(max_length=64, primary_key=True)
    content = models.BinaryField()
    size = models.PositiveIntegerField(help_text="bytes before compression")

    def __str__(self) -> str:
        return self.digest


class PlanVersion(models.Model):
    """One plan as it was delivered. ``calculation_document`` is empty if the plan cannot be calculated."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="plan_versions")
    number = models.PositiveIntegerField()
    document = models.ForeignKey(PlanDocument, on_delete=models.PROTECT, related_name="+")
    calculation_document = models.ForeignKey(
        PlanDocument, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    calculation_problem = models.TextField(blank=True, help_text="why the plan cannot be calculated")
    data_date = models.DateField(null=True, blank=True, help_text="in the plan's own local time, like start and finish")
    start = models.DateField(null=True, blank=True)
    finish = models.DateField(null=True, blank=True)
    activity_count = models.PositiveIntegerField()
    source_format = models.CharField(max_length=60)
    original_digest = models.CharField(max_length=64, blank=True, help_text="SHA-256 of the delivered file")
    message = models.CharField(max_length=500, blank=True)
    recorded_at = models.DateTimeField(default=now)
    recorded_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint("project", "number", name="plan_version_number_once")]

    def __str__(self) -> str:
        return f"{self.project.code} v{self.number}"
