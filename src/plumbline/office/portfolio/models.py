"""What people keep about the pictures of all projects: their own views of them, and the days on which boards met."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation


class SavedView(models.Model):
    """A filtered page under a name. ``page`` is the name of its address, ``query`` what follows the question mark."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="saved_views")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="saved_views")
    name = models.CharField(max_length=80)
    page = models.CharField(max_length=40)
    query = models.CharField(max_length=500, blank=True)
    is_shared = models.BooleanField(default=False, help_text="with everybody of the organisation")
    saved_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person", "page", "name"],
                name="saved_view_name_once",
                violation_error_message="You have a view of this name on this page.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class BoardDay(models.Model):
    """A day on which the board looked at the portfolio: what changed is counted from the last one. Only ever added."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="board_days")
    on = models.DateField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-on"]
        constraints = [models.UniqueConstraint(fields=["organisation", "on"], name="one_board_day")]

    def __str__(self) -> str:
        return f"{self.on:%-d %B %Y}"
