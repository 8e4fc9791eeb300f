"""What the office does at fixed times, and the days on which it is cancelled."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from plumbline.office.events.occurrences import Recurrence, Repeats
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation

LONGEST_MINUTES = 24 * 60
MOST_DAYS = 14
MOST_WEEKS = 52


class Event(models.Model):
    """It begins on ``first_on`` at a time of the organisation, or lasts whole ``days`` where there is no time.

    ``key`` names one that the guided set-up made, so that it is made once.
    """

    class Kind(models.TextChoices):
        BOARD = "board", "Board"
        REVIEW = "review", "Review"
        TRAINING = "training", "Training"
        MEETING = "meeting", "Meeting"
        OTHER = "other", "Other"

    REPEATS = [
        (Repeats.NEVER.value, "Once"),
        (Repeats.WEEKLY.value, "By weeks, on the same weekday"),
        (Repeats.DAY_OF_MONTH.value, "By months, on the same day of the month"),
        (Repeats.WEEKDAY_OF_MONTH.value, "By months, on the same weekday (as the second Tuesday)"),
    ]

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="events")
    key = models.CharField(max_length=40, blank=True)
    title = models.CharField(max_length=160)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.MEETING)
    first_on = models.DateField()
    at = models.TimeField(null=True, blank=True)
    minutes = models.PositiveSmallIntegerField(
        null=True, blank=True, validators=[MinValueValidator(5), MaxValueValidator(LONGEST_MINUTES)]
    )
    days = models.PositiveSmallIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_DAYS)], help_text="where there is no time"
    )
    repeats = models.CharField(max_length=20, choices=REPEATS, default=Repeats.NEVER.value)
    every = models.PositiveSmallIntegerField(
        default=1, validators=[MinValueValidator(1), MaxValueValidator(MOST_WEEKS)], help_text="weeks or months"
    )
    until = models.DateField(null=True, blank=True)
    place = models.CharField(max_length=300, blank=True, help_text="a room, or the address of a call")
    notes = models.TextField(max_length=2000, blank=True)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    sequence = models.PositiveIntegerField(default=0, help_text="how often it was changed")
    changed_at = models.DateTimeField(default=now)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["first_on", "at", "id"]
        indexes = [models.Index(fields=["organisation", "first_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "key"], condition=~models.Q(key=""), name="event_made_once"
            ),
            models.CheckConstraint(
                condition=models.Q(until=None) | models.Q(until__gte=models.F("first_on")),
                name="event_ends_after_it_begins",
                violation_error_message="The last day cannot lie before the first.",
            ),
            models.CheckConstraint(
                condition=models.Q(at=None, minutes=None) | models.Q(at__isnull=False, minutes__isnull=False, days=1),
                name="event_has_time_and_length",
                violation_error_message="Give a time and how long it lasts, or neither.",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def recurrence(self) -> Recurrence:
        return Recurrence(self.first_on, Repeats(self.repeats), self.every, self.until)

    @property
    def is_whole_day(self) -> bool:
        return self.at is None

    @property
    def comes_again(self) -> bool:
        return self.repeats != Repeats.NEVER.value

    @property
    def link(self) -> str:
        """The place, where it is the address of a page."""
        return self.place if self.place.startswith(("https://", "http://")) and " " not in self.place else ""


class CancelledDay(models.Model):
    """A day on which an event that comes again does not take place."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="cancelled")
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(
                fields=["event", "on"],
                name="cancelled_once",
                violation_error_message="It is cancelled on this day already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.event}, {self.on:%-d %B %Y}"
