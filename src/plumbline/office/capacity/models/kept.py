"""What follows from people, plans and requests, worked out once and kept. It is made again when they change.

Columns of minutes by slot (``engine.capacity.slots``) are little-endian 32-bit numbers, so that thousands of them
are read at once.
"""

from __future__ import annotations

from django.db import models

from plumbline.office.capacity.models.asking import PLAN_NAME
from plumbline.office.capacity.models.people import ResourcePerson
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import PlanVersion, Project


class KeptCapacity(models.Model):
    """Minutes of one person by slot. ``basis`` says from which calendars and which month on they were worked out."""

    person = models.OneToOneField(ResourcePerson, on_delete=models.CASCADE, primary_key=True, related_name="kept")
    basis = models.CharField(max_length=64)
    first_slot = models.PositiveIntegerField()
    working = models.BinaryField()
    away = models.BinaryField()
    free = models.BinaryField()

    class Meta:
        verbose_name_plural = "kept capacities"

    def __str__(self) -> str:
        return f"Capacity of {self.person}"


class ReadPlan(models.Model):
    """Which plan of a project was read for its demand; ``problem`` says why it tells none."""

    project = models.OneToOneField(Project, on_delete=models.PROTECT, related_name="read_for_capacity")
    version = models.ForeignKey(PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    problem = models.CharField(max_length=300, blank=True)
    read_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"Demand of {self.project}"


class PlanDemand(models.Model):
    """What is left to be done by one name of a plan."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="plan_demand")
    name = models.CharField(max_length=PLAN_NAME)
    key = models.CharField(max_length=PLAN_NAME, db_index=True)
    first_slot = models.PositiveIntegerField()
    minutes = models.BinaryField()
    total = models.BigIntegerField(default=0)
    critical = models.BigIntegerField(default=0)
    activities = models.PositiveIntegerField(default=0)
    without_work = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "plan demand"
        constraints = [models.UniqueConstraint(fields=["project", "key"], name="plan_demand_once")]

    def __str__(self) -> str:
        return f"{self.name} in {self.project}"


class CapacityState(models.Model):
    """``changes`` counts what happened to people, plans and requests, ``worked_out`` how much of it projects reflect.

    Counted, not timed: of two who act at once, the one who commits last is seen all the same. ``week`` is that of the
    last look.
    """

    organisation = models.OneToOneField(
        Organisation, on_delete=models.PROTECT, primary_key=True, related_name="capacity_state"
    )
    changes = models.PositiveBigIntegerField(default=0)
    worked_out = models.PositiveBigIntegerField(default=0)
    week = models.DateField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Capacity of {self.organisation}"


class ProjectCapacity(models.Model):
    """What rules may know of the people a project counts on; empty facts where nothing is known."""

    project = models.OneToOneField(Project, on_delete=models.PROTECT, primary_key=True, related_name="capacity_facts")
    facts = models.JSONField(default=dict, blank=True)

    class Meta:
        verbose_name_plural = "project capacities"

    def __str__(self) -> str:
        return f"People of {self.project}"
