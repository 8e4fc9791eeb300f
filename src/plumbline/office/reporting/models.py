"""Snapshots that every format is made from, the making of them, who is given them, and what comes by itself."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import RegexValidator
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation

PERSON = settings.AUTH_USER_MODEL
HOUSE_BLUE = "#27409f"


class Schedule(models.Model):
    """A report that is made again and again, and sent. It is due while ``due_at`` is set and past.

    A worker that takes it sets the next ``due_at`` in the same step, so that no other one takes it as well.
    """

    class Every(models.TextChoices):
        WEEK = "week", "Every week"
        MONTH = "month", "Every month, in its first week"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="pack_schedules")
    report = models.CharField(max_length=60)
    parameters = models.JSONField(default=dict)
    scope_title = models.CharField(max_length=200)
    every = models.CharField(max_length=10, choices=Every.choices, default=Every.MONTH)
    weekday = models.PositiveSmallIntegerField(help_text="0 is Monday")
    recipients = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="pack_schedules")
    due_at = models.DateTimeField(null=True, blank=True, db_index=True, help_text="none while it is paused")
    set_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(default=now)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["report", "id"]

    def __str__(self) -> str:
        return f"{self.report} of {self.scope_title}"

    @property
    def is_paused(self) -> bool:
        return self.due_at is None


class Snapshot(models.Model):
    """A report as it was when it was made: every format is made from ``document``. It is never changed.

    ``marks`` is what a later one is compared with; ``previous`` is the one that this one was compared with.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="snapshots")
    report = models.CharField(max_length=60)
    title = models.CharField(max_length=250)
    subtitle = models.CharField(max_length=300, blank=True)
    parameters = models.JSONField(default=dict)
    document = models.JSONField()
    marks = models.JSONField(default=dict)
    previous = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    schedule = models.ForeignKey(
        Schedule, null=True, blank=True, on_delete=models.PROTECT, related_name="snapshots", help_text="if by itself"
    )
    made_by = models.ForeignKey(PERSON, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-made_at", "-id"]
        indexes = [models.Index(fields=["organisation", "report", "made_at"], name="snapshots_by_report")]

    def __str__(self) -> str:
        return f"{self.title}, {self.subtitle}, {self.made_at:%-d %B %Y}"


class Making(models.Model):
    """A report that somebody asked for, or a schedule did: in the queue, being made, or done.

    It is due while ``due_at`` is set; a worker that has it sets that later, so that a lost one is taken up again.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    report = models.CharField(max_length=60)
    parameters = models.JSONField(default=dict)
    previous = models.ForeignKey(Snapshot, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    schedule = models.ForeignKey(Schedule, null=True, blank=True, on_delete=models.PROTECT, related_name="makings")
    asked_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField(null=True, default=now, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveSmallIntegerField(default=0, help_text="parts of the report")
    problem = models.CharField(max_length=500, blank=True)
    snapshot = models.OneToOneField(
        Snapshot, null=True, blank=True, on_delete=models.PROTECT, related_name="making", editable=False
    )

    class Meta:
        ordering = ["-asked_at", "-id"]

    def __str__(self) -> str:
        return f"{self.report}, asked for by {self.asked_by}"

    @property
    def is_moving(self) -> bool:
        return self.due_at is not None


class Publication(models.Model):
    """A snapshot is handed out: from then on everybody whose role may see what is in it finds it. Only ever added."""

    snapshot = models.OneToOneField(Snapshot, on_delete=models.PROTECT, related_name="publication")
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    readers = models.JSONField(default=list, help_text="names of those who were told of it")

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.snapshot}, published by {self.by}"


class Delivery(models.Model):
    """One message with a scheduled report to one person. A worker claims the row before it sends.

    Claimed and not sent: the worker was lost in between. It is not sent again by itself, since it may have arrived.
    """

    MOST_ATTEMPTS = 5

    snapshot = models.ForeignKey(Snapshot, on_delete=models.PROTECT, related_name="deliveries")
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField(null=True, default=now, db_index=True)
    claimed_at = models.DateTimeField(null=True, blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["id"]
        verbose_name_plural = "deliveries"
        constraints = [models.UniqueConstraint(fields=["snapshot", "person"], name="delivered_once")]

    def __str__(self) -> str:
        return f"{self.snapshot} to {self.person}"


class Branding(models.Model):
    """The colour of an organisation on its reports."""

    organisation = models.OneToOneField(
        Organisation, on_delete=models.CASCADE, primary_key=True, related_name="branding"
    )
    accent = models.CharField(
        max_length=7,
        default=HOUSE_BLUE,
        validators=[RegexValidator(r"^#[0-9a-f]{6}$", "A colour as # and six digits, for example #27409f.")],
    )

    def __str__(self) -> str:
        return f"{self.organisation}: {self.accent}"
