"""A programme of mentoring, and those who take part in it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person

MOST_MENTEES = 5


class MentoringProgramme(models.Model):
    """From a day to a day; members say in it what they want to learn, or what they can help with."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="mentoring_programmes")
    title = models.CharField(max_length=120)
    about = models.TextField(max_length=2000, blank=True)
    starts_on = models.DateField()
    ends_on = models.DateField()
    goal_needed = models.BooleanField(default=True)
    begun_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-starts_on", "-id"]
        constraints = [
            models.UniqueConstraint(
                "organisation", "title", name="mentoring_title_once",
                violation_error_message="There is a programme of this title already.",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on__gt=models.F("starts_on")), name="mentoring_ends_after_its_start",
                violation_error_message="It has to end after it starts.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title

    def is_over(self, day: date) -> bool:
        return self.ends_on < day


class Taking(models.Model):
    """That somebody takes part. ``line``: whom they report to or lead, as far as the program does not know."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    languages = models.CharField(max_length=200, help_text="separated by commas")
    location = models.CharField(max_length=120, blank=True)
    line = models.ManyToManyField(Person, blank=True, related_name="+")
    said_at = models.DateTimeField(default=now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def spoken(self) -> tuple[str, ...]:
        return tuple(each.strip() for each in self.languages.split(",") if each.strip())


class Wish(Taking):
    """What somebody wants to learn. ``goals``: ``{"name": ..., "level": ...}``, the level that they want to reach."""

    programme = models.ForeignKey(MentoringProgramme, on_delete=models.PROTECT, related_name="wishes")
    goals: Any = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint("programme", "person", name="one_wish_each")]

    def __str__(self) -> str:
        return f"Wish of {self.person}"


class Offer(Taking):
    """What somebody can help with, and how many mentees they take. ``strengths`` are as the goals of a wish."""

    programme = models.ForeignKey(MentoringProgramme, on_delete=models.PROTECT, related_name="offers")
    strengths: Any = models.JSONField(default=list, blank=True)
    mentees = models.PositiveSmallIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_MENTEES)]
    )

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint("programme", "person", name="one_offer_each")]

    def __str__(self) -> str:
        return f"Offer of {self.person}"
