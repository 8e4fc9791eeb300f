"""Keys with which a machine hands in the results of one project."""

from __future__ import annotations

from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project


class ProjectToken(models.Model):
    """The token itself is shown once and kept nowhere: ``digest`` is its SHA-256, ``shown`` its first characters."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80, help_text="where it is used")
    digest = models.CharField(max_length=64)
    shown = models.CharField(max_length=16)
    made_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)
    last_used_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["project", "id"]
        constraints = [models.UniqueConstraint("project", "digest", name="project_token_once")]

    def __str__(self) -> str:
        return f"{self.name} ({self.shown}…)"
