"""What somebody should know, and how they want to be told."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation


class Notice(models.Model):
    """One thing told to one person. ``about`` names what it is about, by which it is muted: "project:12".

    ``key`` makes telling idempotent: the same key is told the same person once.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=250)
    reason = models.CharField(max_length=250, help_text="why this person is told")
    path = models.CharField(max_length=300, help_text="where to go")
    about = models.CharField(max_length=60, blank=True)
    key = models.CharField(max_length=160)
    told_at = models.DateTimeField(default=now)
    read_at = models.DateTimeField(null=True, blank=True)
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-told_at", "-id"]
        constraints = [models.UniqueConstraint("person", "organisation", "key", name="told_once")]
        indexes = [models.Index(fields=["person", "organisation", "read_at"], name="unread_notices")]

    def __str__(self) -> str:
        return self.title
