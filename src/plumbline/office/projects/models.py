"""The portfolio tree, the versions of plans, and the tokens by which programs hand things to a project."""

from __future__ import annotations

from datetime import date

from django.conf import settings
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


class Scope(models.TextChoices):
    """What a program may hand in with a token."""

    TEST_RUNS = "test_runs", "Results of test runs"
    WORK_ITEMS = "work_items", "States of work items"
    BENEFITS = "benefits", "Measurements of benefits"


class ProjectToken(models.Model):
    """Lets a program hand things to one project, without a person who signs in. Of its secret only the hash is kept.

    It is in no archive, so nothing refers to it: what arrived by it keeps its name.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80, help_text="which program has it")
    scopes = models.JSONField(help_text="a list of what it may hand in")
    secret_hash = models.CharField(max_length=64, unique=True)
    begins_with = models.CharField(max_length=12, help_text="so that it is known again")
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    expires_on = models.DateField(help_text="the last day on which it opens anything")
    used_at = models.DateTimeField(null=True, blank=True, help_text="about when it was used last")
    revoked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-made_at", "-id"]

    def __str__(self) -> str:
        return f"Token {self.name} of {self.project.code}"

    @property
    def scope_words(self) -> list[str]:
        return [Scope(each).label for each in self.scopes if each in Scope.values]

    def state(self, day: date) -> str:
        """revoked, expired or in force, on that day of the organisation."""
        if self.revoked_at:
            return "revoked"
        return "expired" if day > self.expires_on else "in force"
