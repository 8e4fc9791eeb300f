"""The audit trail, and what lets an organisation be erased."""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models

from plumbline.office.foundation.clock import now


class AuditLine(models.Model):
    """One thing that somebody did. Written once, in the same transaction as the deed itself."""

    at = models.DateTimeField(default=now)
    scope = models.BigIntegerField(null=True, help_text="whose line it is; empty for the installation itself")
    actor = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    actor_name = models.CharField(max_length=200)
    verb = models.CharField(max_length=80)
    object_type = models.CharField(max_length=80)
    object_id = models.CharField(max_length=64)
    object_label = models.CharField(max_length=250)
    details = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    request_id = models.CharField(max_length=36, blank=True)
    address = models.GenericIPAddressField(null=True)

    class Meta:
        ordering = ["-id"]
        indexes = [
            models.Index(fields=["scope", "-id"], name="audit_by_scope"),
            models.Index(fields=["object_type", "object_id"], name="audit_by_object"),
        ]

    def __str__(self) -> str:
        return f"{self.actor_name}: {self.verb} {self.object_label}"


class Erasure(models.Model):
    """While one stands, rows of append-only tables may be deleted. It lives only inside the erasing transaction."""

    begun_at = models.DateTimeField(default=now)

    def __str__(self) -> str:
        return f"erasure begun {self.begun_at:%Y-%m-%d %H:%M}"
