"""What is known of those who lead projects, and what they and whoever leads them agree."""

from __future__ import annotations

from datetime import datetime

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models import F, Q

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sealed import MOST_SEALED
from plumbline.office.leading.proficiency import Proficiency
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project


class ManagerProfile(models.Model):
    """What an organisation knows of one of its project managers. ``capacity`` is in points of load."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="manager_profiles")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="manager_profiles")
    proficiency = models.PositiveSmallIntegerField(null=True, blank=True, choices=Proficiency.choices)
    location = models.CharField(max_length=120, blank=True)
    capacity = models.PositiveSmallIntegerField(default=8)
    languages = models.CharField(max_length=200, blank=True)
    notes = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["person__name", "id"]
        constraints = [models.UniqueConstraint("organisation", "person", name="one_profile_per_manager")]

    def __str__(self) -> str:
        return str(self.person)


class ClassLimit(models.Model):
    """Where an organisation draws the lines between its classes of projects, in place of the usual ones.

    ``budget`` is the one from which a project is of the class; it is empty for the smallest.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="class_limits")
    place = models.PositiveSmallIntegerField(help_text="0 for the smallest class")
    budget = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    points = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(40)])
    proficiency = models.PositiveSmallIntegerField(choices=Proficiency.choices)

    class Meta:
        ordering = ["organisation", "place"]
        constraints = [models.UniqueConstraint("organisation", "place", name="one_limit_per_class")]

    def __str__(self) -> str:
        return f"class {self.place}"


class OneToOne(models.Model):
    """A talk between a project manager and somebody who leads managers.

    The notes that only one of the two may read are kept sealed; see ``foundation.sealed``.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="one_to_ones")
    manager = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="one_to_ones")
    lead = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="one_to_ones_led")
    at = models.DateTimeField()
    planned_at = models.DateTimeField(default=now)
    held_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)
    notes = models.TextField(max_length=8000, blank=True, help_text="for both")
    managers_own = models.TextField(max_length=MOST_SEALED, blank=True)
    leads_own = models.TextField(max_length=MOST_SEALED, blank=True)

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [models.CheckConstraint(condition=~Q(manager=F("lead")), name="one_to_one_of_two")]

    def __str__(self) -> str:
        return f"One-to-one of {self.manager} and {self.lead}"

    @property
    def is_open(self) -> bool:
        return self.held_at is None and self.cancelled_at is None

    def other(self, person: Person) -> Person:
        return self.lead if person.pk == self.manager_id else self.manager

    def own_field(self, person: Person) -> str:
        """Where the notes of one of the two are kept."""
        return "managers_own" if person.pk == self.manager_id else "leads_own"


class AgreedAction(models.Model):
    """What one of the two of a one-to-one takes upon themselves."""

    one_to_one = models.ForeignKey(OneToOne, on_delete=models.PROTECT, related_name="actions")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="agreed_actions")
    text = models.CharField(max_length=300)
    due_on = models.DateField(null=True, blank=True)
    agreed_at = models.DateTimeField(default=now)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["done_at", "due_on", "id"]

    def __str__(self) -> str:
        return self.text


class HelpWanted(models.Model):
    """A project manager asks those who lead managers for help."""

    class State(models.TextChoices):
        OPEN = "open", "Nobody has it yet"
        TAKEN = "taken", "Somebody helps"
        ANSWERED = "answered", "Answered"
        WITHDRAWN = "withdrawn", "Withdrawn"

    WAITING = (State.OPEN, State.TAKEN)

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="help_wanted")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="help_wanted")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.PROTECT, related_name="help_wanted")
    about = models.CharField(max_length=160)
    text = models.TextField(max_length=4000, blank=True)
    wanted_by = models.DateField(null=True, blank=True)
    urgent = models.BooleanField(default=False)
    asked_at = models.DateTimeField(default=now)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    helper = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="helps_with"
    )
    taken_at = models.DateTimeField(null=True, blank=True)
    answer = models.TextField(max_length=4000, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["closed_at", "-urgent", "asked_at", "id"]

    def __str__(self) -> str:
        return self.about

    @property
    def is_waiting(self) -> bool:
        return self.state in self.WAITING

    def is_late(self, moment: datetime) -> bool:
        """Past the day on which it was wanted."""
        return self.is_waiting and self.wanted_by is not None and self.wanted_by < moment.date()
