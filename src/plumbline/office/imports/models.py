"""Files people hand in, and what became of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now


class OriginalFile(models.Model):
    """The bytes exactly as they came, known by their hash."""

    digest = models.CharField(primary_key=True, max_length=64)
    size = models.PositiveBigIntegerField()
    packed = models.BinaryField()

    def __str__(self) -> str:
        return self.digest[:12]


class Upload(models.Model):
    """One file handed in for one project, from receipt to plan version."""

    class State(models.TextChoices):
        RECEIVED = "received", "Received"
        READABLE = "readable", "Read"
        REFUSED = "refused", "Refused"
        CONFIRMED = "confirmed", "Confirmed"
        RECORDED = "recorded", "Recorded"
        DISCARDED = "discarded", "Discarded"

    project = models.ForeignKey("projects.Project", on_delete=models.PROTECT, related_name="uploads")
    original = models.ForeignKey(OriginalFile, on_delete=models.PROTECT, null=True, related_name="uploads")
    filename = models.CharField(max_length=255)
    state = models.CharField(max_length=12, choices=State.choices, default=State.RECEIVED)
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField(null=True, default=now, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    problems = models.JSONField(default=list)
    preview = models.JSONField(default=list)
    chosen = models.PositiveSmallIntegerField(default=0)
    message = models.CharField(max_length=500, blank=True)
    confirmed_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    plan_version = models.ForeignKey(
        "projects.PlanVersion", on_delete=models.PROTECT, null=True, related_name="uploads"
    )

    class Meta:
        ordering = ["-uploaded_at", "-id"]

    def __str__(self) -> str:
        return f"{self.filename} ({self.state})"

    @property
    def is_under_way(self) -> bool:
        return self.state in (self.State.RECEIVED, self.State.CONFIRMED)
