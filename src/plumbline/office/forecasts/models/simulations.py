"""What simulations found, and those that are still under way."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.runs import Run
from plumbline.office.projects.models import PlanVersion, Project


class Simulation(models.Model):
    """One result, never changed. With plan version, seed, iterations and ``inputs`` it can be repeated to the byte."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="simulations")
    number = models.PositiveIntegerField(help_text="counted within the project")
    plan_version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="simulations")
    seed = models.PositiveIntegerField()
    iterations = models.PositiveIntegerField()
    inputs = models.JSONField(default=dict, blank=True, help_text="what was uncertain, in words and numbers")
    inputs_digest = models.CharField(max_length=64, help_text="SHA-256 of all that was uncertain")
    result = models.JSONField(default=dict)
    engine_version = models.CharField(max_length=20)
    deterministic = models.DateField()
    p50 = models.DateField()
    p80 = models.DateField()
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint("project", "number", name="simulation_number_once")]

    def __str__(self) -> str:
        return f"Simulation {self.number} of {self.project.code}"


class SimulationRun(Run):
    """A large simulation that a worker carries out; what it found is a ``Simulation``."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="simulation_runs")
    plan_version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="+")
    seed = models.PositiveIntegerField()
    iterations = models.PositiveIntegerField()
    simulation = models.ForeignKey(Simulation, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"Simulation of {self.project.code} under way"
