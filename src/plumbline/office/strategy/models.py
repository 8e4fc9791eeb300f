"""What the organisation wants to reach, and which projects are for it."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Programme, Project


class Objective(models.Model):
    """A node of the tree of objectives. Its measure, if it has one, goes from ``baseline`` to ``target``."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="objectives")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    name = models.CharField(max_length=160)
    why = models.TextField(max_length=4000, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="objectives"
    )
    measure = models.CharField(max_length=160, blank=True, help_text="what is counted")
    unit = models.CharField(max_length=40, blank=True)
    baseline = models.DecimalField(null=True, blank=True, max_digits=16, decimal_places=4)
    target = models.DecimalField(null=True, blank=True, max_digits=16, decimal_places=4)
    target_on = models.DateField(null=True, blank=True)
    created_at = models.DateTimeField(default=now)
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("name"),
                name="objective_name_once",
                violation_error_message="There is an objective of this name.",
            ),
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="objective_is_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.name


class Measurement(models.Model):
    """What an objective's measure was on a day. Only ever added: a later one of the same day takes its place."""

    objective = models.ForeignKey(Objective, on_delete=models.PROTECT, related_name="measurements")
    on = models.DateField()
    value = models.DecimalField(max_digits=16, decimal_places=4)
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["on", "id"]

    def __str__(self) -> str:
        return f"{self.objective}: {self.value}"


class Alignment(models.Model):
    """A project, or all projects of a programme, are for an objective: a little (1), clearly (2), mainly (3)."""

    class Strength(models.IntegerChoices):
        LITTLE = 1, "A little"
        CLEAR = 2, "Clearly"
        MAIN = 3, "Mainly"

    objective = models.ForeignKey(Objective, on_delete=models.CASCADE, related_name="alignments")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.CASCADE, related_name="alignments")
    programme = models.ForeignKey(Programme, null=True, blank=True, on_delete=models.CASCADE, related_name="alignments")
    strength = models.PositiveSmallIntegerField(choices=Strength.choices, default=Strength.CLEAR)
    why = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["objective", "id"]
        constraints = [
            models.UniqueConstraint("objective", "project", name="project_aligned_once"),
            models.UniqueConstraint("objective", "programme", name="programme_aligned_once"),
            models.CheckConstraint(
                condition=models.Q(project=None) ^ models.Q(programme=None), name="alignment_of_one_thing"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.project or self.programme}: {self.objective}"
