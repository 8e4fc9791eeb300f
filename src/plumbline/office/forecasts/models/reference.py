"""Reference classes of the office: cases of an estimate and what it came to; and what a project is compared with."""

from __future__ import annotations

from decimal import Decimal

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Lower

from plumbline.engine.reference_classes import LEAST_CASES
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project

_FIGURE = [MinValueValidator(Decimal("0.01"), "It has to be above zero.")]


class Subject(models.TextChoices):
    COST = "cost", "Cost"
    DURATION = "duration", "Duration in days"


class ReferenceClass(models.Model):
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="reference_classes")
    name = models.CharField(max_length=120)
    subject = models.CharField(max_length=8, choices=Subject.choices)
    about = models.CharField(max_length=500, blank=True, help_text="which projects belong to it, and which do not")
    prices = models.CharField(
        max_length=120, blank=True, help_text="for money: of which year, with inflation or without"
    )
    least = models.PositiveSmallIntegerField(
        default=LEAST_CASES, validators=[MinValueValidator(LEAST_CASES), MaxValueValidator(500)]
    )
    made_at = models.DateTimeField(default=now)
    made_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["name"]
        verbose_name_plural = "reference classes"
        constraints = [
            models.UniqueConstraint(
                "organisation",
                "subject",
                Lower("name"),
                name="reference_class_once",
                violation_error_message="There is a class of this name.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class ReferenceCase(models.Model):
    """Never changed: a later row of the same name in the class takes its place."""

    reference_class = models.ForeignKey(ReferenceClass, on_delete=models.PROTECT, related_name="cases")
    name = models.CharField(max_length=200)
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    estimate = models.DecimalField(max_digits=16, decimal_places=2, validators=_FIGURE)
    actual = models.DecimalField(max_digits=16, decimal_places=2, validators=_FIGURE)
    ended_on = models.DateField(null=True, blank=True)
    note = models.CharField(max_length=300, blank=True)
    removed = models.BooleanField(default=False)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["name", "id"]
        indexes = [models.Index(fields=["reference_class", "name"], name="cases_of_class")]

    def __str__(self) -> str:
        return self.name


class Comparison(models.Model):
    """What a project is compared with, and why. The newest row of a subject holds; with neither class it is ended."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="comparisons")
    subject = models.CharField(max_length=8, choices=Subject.choices)
    reference_class = models.ForeignKey(
        ReferenceClass, null=True, blank=True, on_delete=models.PROTECT, related_name="comparisons"
    )
    published = models.CharField(max_length=120, blank=True, help_text="the name of a published class")
    mitigated = models.PositiveSmallIntegerField(
        default=0, validators=[MaxValueValidator(100)], help_text="of optimism bias, in per cent"
    )
    because = models.CharField(max_length=500)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]
        indexes = [models.Index(fields=["project", "subject", "id"], name="comparison_of_project")]

    def __str__(self) -> str:
        return f"{self.get_subject_display()} of {self.project.code}"
