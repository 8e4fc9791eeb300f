"""Rounds in which a few people assess how mature project management is, and what came of them."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from plumbline.engine.maturity import Answer as Said
from plumbline.engine.maturity import MaturityModel
from plumbline.office.foundation.clock import now
from plumbline.office.mandate.models import RoadmapItem
from plumbline.office.maturity.model_files import model_of
from plumbline.office.people.models import Organisation

ATTRIBUTE = 60
"""The longest key of an attribute."""


class Value(models.TextChoices):
    MET = Said.MET.value, "Met"
    PARTLY = Said.PARTLY.value, "Partly met"
    NOT_MET = Said.NOT_MET.value, "Not met"


class Round(models.Model):
    """One assessment by several people. It keeps the version of the model that it asks by."""

    class State(models.TextChoices):
        OPEN = "open", "Open"
        CLOSED = "closed", "Closed"
        CALLED_OFF = "called_off", "Called off"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="maturity_rounds")
    title = models.CharField(max_length=160)
    scope = models.TextField(max_length=2000, blank=True, help_text="which part of the organisation is looked at")
    model_version = models.CharField(max_length=20)
    period_from = models.DateField(help_text="what is assessed is how it was from here")
    period_to = models.DateField()
    due_on = models.DateField(help_text="the day by which all have answered")
    lead = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="led_rounds")
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-begun_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(period_to__gte=models.F("period_from")),
                name="maturity_period_forward",
                violation_error_message="The period cannot end before it begins.",
            )
        ]
        indexes = [models.Index(fields=["organisation", "state", "due_on"], name="maturity_rounds_by_due")]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN

    @property
    def model(self) -> MaturityModel:
        return model_of(self.model_version)

    def is_late(self, day: date) -> bool:
        return self.is_open and self.due_on < day


class Assessor(models.Model):
    """Somebody who was asked to assess. ``finished_at`` is when they said that they are through."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="assessors")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="maturity_asked")
    invited_at = models.DateTimeField(default=now)
    finished_at = models.DateTimeField(null=True, blank=True)
    reminded_on = models.DateField(
        null=True, blank=True, help_text="the last day on which the office reminded them by itself"
    )

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["round", "person"], name="assessor_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.round}"


class Judgement(models.Model):
    """What one assessor says about one attribute, as it stands; it changes until the round is closed."""

    assessor = models.ForeignKey(Assessor, on_delete=models.PROTECT, related_name="judgements")
    attribute = models.CharField(max_length=ATTRIBUTE)
    value = models.CharField(max_length=10, choices=Value.choices, blank=True)
    comment = models.TextField(max_length=1000, blank=True)
    link = models.URLField(max_length=500, blank=True, help_text="to what shows it")
    changed_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["assessor", "attribute"], name="judgement_once")]

    def __str__(self) -> str:
        return f"{self.attribute}: {self.value}"


class Evidence(models.Model):
    """What a probe measured for a round. While the round is open it may be measured anew."""

    round = models.ForeignKey(Round, on_delete=models.CASCADE, related_name="evidence")
    probe = models.CharField(max_length=60)
    title = models.CharField(max_length=120)
    value = models.FloatField(null=True, blank=True)
    sentence = models.CharField(max_length=600)
    suggests = models.CharField(max_length=10, choices=Value.choices, blank=True)
    path = models.CharField(max_length=300, blank=True)
    measured_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["probe"]
        constraints = [models.UniqueConstraint(fields=["round", "probe"], name="evidence_once_per_round")]

    def __str__(self) -> str:
        return f"{self.title}: {self.sentence}"


class Consensus(models.Model):
    """What the lead sets as agreed on, in place of the majority."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="consensus")
    attribute = models.CharField(max_length=ATTRIBUTE)
    value = models.CharField(max_length=10, choices=Value.choices)
    reason = models.CharField(max_length=500)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["round", "attribute"], name="consensus_once")]

    def __str__(self) -> str:
        return f"{self.attribute}: {self.value}"


class Result(models.Model):
    """What came of a closed round. Only ever added.

    ``levels`` by perspective. ``attributes`` by key: ``value``, ``consensus``, ``reason``, ``met``, ``partly``,
    ``not_met``, and the ``evidence`` that was shown beside it.
    """

    round = models.OneToOneField(Round, on_delete=models.PROTECT, related_name="result")
    overall = models.PositiveSmallIntegerField(validators=[MaxValueValidator(5)])
    levels = models.JSONField()
    attributes = models.JSONField()
    asked = models.PositiveSmallIntegerField(help_text="assessors who were asked")
    answered = models.PositiveSmallIntegerField(help_text="of them, those who answered anything")
    note = models.TextField(max_length=2000, blank=True)
    closed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-closed_at", "-id"]

    def __str__(self) -> str:
        return f"{self.round}: {self.overall}"

    def answers(self) -> dict[str, Said | None]:
        return {key: Said(each["value"]) if each["value"] else None for key, each in self.attributes.items()}


class Target(models.Model):
    """The level that a perspective is to reach, and by when."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="maturity_targets")
    perspective = models.CharField(max_length=40)
    level = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(5)])
    by_day = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["organisation", "perspective"], name="maturity_target_once")]

    def __str__(self) -> str:
        return f"{self.perspective}: {self.level}"


class Step(models.Model):
    """An attribute that was not met, and the item of the office's roadmap that is to change that."""

    result = models.ForeignKey(Result, on_delete=models.PROTECT, related_name="steps")
    attribute = models.CharField(max_length=ATTRIBUTE)
    item = models.ForeignKey(RoadmapItem, on_delete=models.CASCADE, related_name="+")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["result", "attribute"], name="maturity_step_once")]

    def __str__(self) -> str:
        return f"{self.attribute}: {self.item}"
