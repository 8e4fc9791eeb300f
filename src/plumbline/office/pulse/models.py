"""Short anonymous questions to teams. Answers are counted where they are given; no row of a single answer ever exists.

What this keeps from whom, and what not, is in docs/methods/anonymity.md.
"""

from __future__ import annotations

import uuid
from datetime import date

from django.conf import settings
from django.db import models

from plumbline.office.people.models import Organisation, Unit
from plumbline.office.projects.models import Project

MOST_QUESTIONS = 3
FIRST_ASKS = "the first question asks how confident people are in the next milestone"


class Pulse(models.Model):
    """One for each organisation: all teams are asked and closed together, so that overlaps can be judged together."""

    class Cadence(models.TextChoices):
        WEEKLY = "weekly", "Every week"
        FORTNIGHTLY = "fortnightly", "Every two weeks"
        MONTHLY = "monthly", "Every four weeks"

    DAYS = {Cadence.WEEKLY: 7, Cadence.FORTNIGHTLY: 14, Cadence.MONTHLY: 28}

    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="pulse")
    cadence = models.CharField(max_length=20, choices=Cadence.choices, default=Cadence.FORTNIGHTLY)
    questions = models.JSONField(default=list)
    asks_confidence = models.BooleanField(default=False, help_text=FIRST_ASKS)
    is_running = models.BooleanField(default=True)
    projects = models.ManyToManyField(Project, blank=True, related_name="+")
    units = models.ManyToManyField(Unit, blank=True, related_name="+")

    def __str__(self) -> str:
        return f"Pulse of {self.organisation}"

    @property
    def days(self) -> int:
        return self.DAYS[self.Cadence(self.cadence)]


class PulseRound(models.Model):
    """What was asked from one day through another. Nothing of it has a finer time."""

    pulse = models.ForeignKey(Pulse, on_delete=models.PROTECT, related_name="rounds")
    opened_on = models.DateField()
    last_day = models.DateField()
    questions = models.JSONField(default=list)
    asks_confidence = models.BooleanField(default=False, help_text=FIRST_ASKS)
    is_closed = models.BooleanField(default=False)

    class Meta:
        ordering = ["-opened_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["pulse"], condition=models.Q(is_closed=False), name="one_pulse_round_at_a_time"
            )
        ]

    def __str__(self) -> str:
        return f"Pulse of {self.opened_on:%d %B %Y}"

    def is_open_on(self, day: date) -> bool:
        return not self.is_closed and day <= self.last_day


class TeamRound(models.Model):
    """A team in a round: who was asked, and after its close the coarse mean by question, where it may be shown."""

    class Held(models.TextChoices):
        FEW = "few", "Fewer than five answers"
        OVERLAP = "overlap", "Too close to another team, now or before"
        CHANGED = "changed", "The team changed by one to four"

    round = models.ForeignKey(PulseRound, on_delete=models.PROTECT, related_name="teams")
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.PROTECT, related_name="pulses")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="pulses")
    people = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")
    means = models.JSONField(null=True, blank=True, help_text="one for each question, to the nearest half")
    held = models.CharField(max_length=20, choices=Held.choices, blank=True, help_text="why nothing is shown")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(project=None) ^ models.Q(unit=None), name="pulse_team_is_project_or_unit"
            ),
            models.UniqueConstraint(fields=["round", "project"], name="pulse_project_once_a_round"),
            models.UniqueConstraint(fields=["round", "unit"], name="pulse_unit_once_a_round"),
        ]

    def __str__(self) -> str:
        return str(self.project or self.unit)

    @property
    def key(self) -> tuple[int | None, int | None]:
        return self.project_id, self.unit_id


class Tally(models.Model):
    """How often a question was answered so. All rows are there before anybody answers, and gone after the close."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(TeamRound, on_delete=models.PROTECT, related_name="tallies")
    question = models.PositiveSmallIntegerField()
    value = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["question", "value"]
        verbose_name_plural = "tallies"
        constraints = [models.UniqueConstraint(fields=["team", "question", "value"], name="one_tally_each")]

    def __str__(self) -> str:
        return f"Tally of {self.team}"


class Invitation(models.Model):
    """Who may answer, and whether it is done: nothing about what. Gone after the close."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    team = models.ForeignKey(TeamRound, on_delete=models.PROTECT, related_name="invitations")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answered = models.BooleanField(default=False)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["team", "person"], name="one_pulse_invitation_each")]

    def __str__(self) -> str:
        return f"Invitation to {self.team}"
