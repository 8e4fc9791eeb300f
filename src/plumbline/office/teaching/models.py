"""Live sessions, and who comes."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from plumbline.office.academy.models.learning import NAME
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation

MOST_SEATS = 500
MOST_MINUTES = 12 * 60


class LiveSession(models.Model):
    """A lesson that somebody gives on a day, about a course or one of its lessons, or about neither.

    ``counts``: whoever attended has done the lesson, or the assignment of the course where there is no lesson.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="live_sessions")
    title = models.CharField(max_length=160)
    about = models.TextField(max_length=2000, blank=True)
    course = models.CharField(max_length=NAME, blank=True)
    lesson = models.CharField(max_length=NAME, blank=True)
    counts = models.BooleanField(default=False)
    on = models.DateField()
    at = models.TimeField(default=time(9))
    minutes = models.PositiveSmallIntegerField(
        default=60, validators=[MinValueValidator(5), MaxValueValidator(MOST_MINUTES)]
    )
    place = models.CharField(max_length=300)
    teacher = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="live_sessions"
    )
    seats = models.PositiveSmallIntegerField(validators=[MinValueValidator(1), MaxValueValidator(MOST_SEATS)])
    planned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    planned_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)
    sequence = models.PositiveIntegerField(default=0, help_text="how often it was changed, for calendars")
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["on", "at", "id"]
        indexes = [models.Index(fields=["organisation", "on"], name="live_sessions_by_day")]

    def __str__(self) -> str:
        return self.title

    def clean(self) -> None:
        if self.lesson and not self.course:
            raise ValidationError({"lesson": "A lesson belongs to a course."})

    @property
    def begins_at(self) -> datetime:
        return datetime.combine(self.on, self.at, ZoneInfo(self.organisation.time_zone))

    @property
    def ends_at(self) -> datetime:
        return self.begins_at + timedelta(minutes=self.minutes)

    @property
    def link(self) -> str:
        """Where the place is an address of a call."""
        return self.place if self.place.startswith(("https://", "http://")) else ""

    def is_open_at(self, moment: datetime) -> bool:
        """Whether one can still register, or cancel."""
        return self.cancelled_at is None and moment < self.begins_at


class Registration(models.Model):
    """Somebody wants to come. Those who wait move up in the order in which they ``asked_at``."""

    class State(models.TextChoices):
        SEATED = "seated", "Has a seat"
        WAITING = "waiting", "On the waiting list"
        CANCELLED = "cancelled", "Cancelled"

    session = models.ForeignKey(LiveSession, on_delete=models.PROTECT, related_name="registrations")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="registrations")
    state = models.CharField(max_length=10, choices=State.choices)
    asked_at = models.DateTimeField(default=now)
    attended = models.BooleanField(null=True, blank=True, help_text="empty until somebody marked it")
    marked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    marked_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["asked_at", "id"]
        constraints = [models.UniqueConstraint("session", "person", name="one_registration_each")]

    def __str__(self) -> str:
        return f"{self.person}: {self.session}"
