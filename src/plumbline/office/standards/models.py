"""Published standard versions, and which one is in force."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation


class StandardVersion(models.Model):
    """One published version of a standard: the text of its files, exactly as published. Never changed."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="standard_versions")
    name = models.CharField(max_length=80)
    version = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    content_hash = models.CharField(max_length=64, db_index=True)
    files = models.JSONField(help_text="path inside the standard's folder to text")
    published_at = models.DateTimeField(default=now)
    published_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-published_at", "-id"]
        constraints = [
            models.UniqueConstraint("organisation", "name", "version", name="standard_version_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title} {self.version}"


class StandardInForce(models.Model):
    """Which published version an organisation's projects are held against now."""

    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="standard_in_force")
    standard_version = models.ForeignKey(StandardVersion, on_delete=models.PROTECT, related_name="+")
    since = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"{self.organisation}: {self.standard_version}"
