"""Connectors to where teams work, the work items that come by them, and the states these came into.

A work item is what its tracker said of it last; what it said before is in its states, which are only ever added. Enough
is kept to know which work has started and ended, and no more: who works on it, and how it is described, stays there.
"""

from __future__ import annotations

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Lower

from plumbline.engine.trackers import Category as EngineCategory
from plumbline.office.acceptance.models import Deliverable
from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project

PERSON = settings.AUTH_USER_MODEL
NAME = 80


class Category(models.TextChoices):
    TODO = EngineCategory.TODO.value, "To do"
    IN_PROGRESS = EngineCategory.IN_PROGRESS.value, "In progress"
    DONE = EngineCategory.DONE.value, "Done"


class Tie(models.TextChoices):
    """By what an item was tied to its deliverable; what people tied is not untied by an import."""

    NONE = "", "Not tied"
    HAND = "hand", "By hand"
    LABEL = "label", "By a label"
    PARENT = "parent", "By its parent"


class Connector(models.Model):
    """One tracker of one project: how its exports are read, and by what secret its webhook is known."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="connectors")
    name = models.CharField(max_length=NAME)
    tracker = models.CharField(max_length=40)
    columns = models.JSONField(default=dict, help_text="field to heading, as the last table was read")
    states = models.JSONField(default=dict, help_text="word to category, beyond what the tracker comes with")
    date_order = models.CharField(max_length=12, blank=True, help_text="empty: unmistakable, or refused")
    ties_by_parent = models.BooleanField(default=True, help_text="an item belongs where its parent belongs")
    hook = models.UUIDField(null=True, blank=True, db_index=True, help_text="names it in the address of its webhook")
    webhook_secret = models.TextField(blank=True, max_length=1000, help_text="sealed; empty: there is no webhook")
    made_by = models.ForeignKey(PERSON, null=True, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                "project",
                Lower("name"),
                name="connector_name_once",
                violation_error_message="The project has a connector of this name.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class WorkItem(models.Model):
    """What a tracker says of one item. ``started_at`` is the first time it left what was to do, ``ended_at`` the last
    time it came to its end; approximate where the tracker told only that it had happened by then."""

    connector = models.ForeignKey(Connector, on_delete=models.PROTECT, related_name="items")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="work_items")
    key = models.CharField(max_length=120)
    title = models.CharField(max_length=300)
    type = models.CharField(max_length=NAME, blank=True)
    state = models.CharField(max_length=NAME)
    category = models.CharField(max_length=12, choices=Category.choices)
    started_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    start_is_approximate = models.BooleanField(default=False)
    end_is_approximate = models.BooleanField(default=False)
    labels = models.JSONField(default=list, encoder=DjangoJSONEncoder)
    parent = models.CharField(max_length=120, blank=True, help_text="the key of another item of the connector")
    url = models.CharField(max_length=500, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True, help_text="by the tracker; older news changes nothing")
    deliverable = models.ForeignKey(
        Deliverable, null=True, blank=True, on_delete=models.PROTECT, related_name="work_items"
    )
    tied_by = models.CharField(max_length=8, choices=Tie.choices, blank=True)
    heard_at = models.DateTimeField(default=now, help_text="when something about it changed here last")

    class Meta:
        ordering = ["connector", "key"]
        constraints = [
            models.UniqueConstraint("connector", "key", name="work_item_key_once"),
            models.CheckConstraint(
                condition=models.Q(category=Category.TODO) | models.Q(started_at__isnull=False),
                name="work_item_begun_has_started",
            ),
        ]
        indexes = [
            models.Index(fields=["project", "deliverable", "category"], name="work_items_by_deliverable"),
        ]

    def __str__(self) -> str:
        return f"{self.key} {self.title}"


class ItemState(models.Model):
    """An item came into a state. ``at`` is when, by the tracker; ``heard_at`` when Plumbline heard. Only ever added."""

    item = models.ForeignKey(WorkItem, on_delete=models.PROTECT, related_name="states")
    state = models.CharField(max_length=NAME)
    category = models.CharField(max_length=12, choices=Category.choices)
    at = models.DateTimeField(null=True, blank=True)
    heard_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["item", "id"]

    def __str__(self) -> str:
        return f"{self.item.key}: {self.state}"


class ItemFile(models.Model):
    """An export on its way: read, shown, then confirmed or cancelled. Its bytes go as soon as that is decided."""

    class State(models.TextChoices):
        WAITING = "waiting", "Waiting to be confirmed"
        CONFIRMED = "confirmed", "Imported"
        CANCELLED = "cancelled", "Cancelled"

    connector = models.ForeignKey(Connector, on_delete=models.PROTECT, related_name="files")
    filename = models.CharField(max_length=255)
    digest = models.CharField(max_length=64, help_text="SHA-256 of the bytes")
    packed = models.BinaryField(null=True, blank=True, help_text="none once it is decided")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    counts = models.JSONField(default=dict, help_text="how many items came to which end")
    by = models.ForeignKey(PERSON, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    decided_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.filename
