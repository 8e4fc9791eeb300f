"""Plans that are being written: drafts, every edit of them, and the plan kept whole now and then.

A draft is the plan of its beginning with the patches of its edits applied one after the other, undone ones too: an undo
is an edit that leads back. So nothing that was accepted is ever rewritten, and the revision is the number of the last.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import PlanDocument, PlanVersion, Project


class PlanDraft(models.Model):
    """A draft of a plan, by one author.

    ``undo_top`` and ``redo_top``: the edits that undo and redo would take next, 0 where there is none.
    """

    class State(models.TextChoices):
        OPEN = "open", "Open"
        PUBLISHED = "published", "Published"
        DISCARDED = "discarded", "Discarded"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="plan_drafts")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    base = models.ForeignKey(PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    beginning = models.ForeignKey(PlanDocument, on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    revision = models.PositiveIntegerField(default=0)
    undo_top = models.PositiveIntegerField(default=0)
    redo_top = models.PositiveIntegerField(default=0)
    begun_at = models.DateTimeField(default=now)
    edited_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True, blank=True)
    version = models.ForeignKey(
        PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="published as"
    )

    class Meta:
        ordering = ["-edited_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "author"],
                condition=Q(state="open"),
                name="open_draft_once",
                violation_error_message="You have a draft of this plan already.",
            )
        ]

    def __str__(self) -> str:
        return f"Draft of the plan of {self.project.code} by {self.author.name}"

    @property
    def is_open(self) -> bool:
        return self.state == self.State.OPEN


class DraftEdit(models.Model):
    """One accepted edit, undo or redo. ``number`` is the revision after it; ``touched`` the rows it wrote, as text.

    ``key`` is the browser's own name of the request, so that one sent twice is done once. ``undo_top`` and
    ``redo_top`` are those of the draft after it: what lies below an edit is what stood on top before it.
    """

    class Kind(models.TextChoices):
        EDIT = "edit", "Edit"
        UNDO = "undo", "Undo"
        REDO = "redo", "Redo"

    draft = models.ForeignKey(PlanDraft, on_delete=models.PROTECT, related_name="edits")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=4, choices=Kind.choices, default=Kind.EDIT)
    key = models.CharField(max_length=64, blank=True)
    name = models.CharField(max_length=40)
    arguments = models.JSONField(default=dict)
    words = models.CharField(max_length=300)
    patch = models.JSONField()
    touched = models.JSONField(default=list)
    undo_top = models.PositiveIntegerField(default=0)
    redo_top = models.PositiveIntegerField(default=0)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["draft", "number"]
        constraints = [
            models.UniqueConstraint(fields=["draft", "number"], name="draft_edit_number_once"),
            models.UniqueConstraint(fields=["draft", "key"], condition=~Q(key=""), name="draft_edit_key_once"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.words}"


class DraftSnapshot(models.Model):
    """The whole plan at one revision, so that no draft is ever replayed from its beginning."""

    draft = models.ForeignKey(PlanDraft, on_delete=models.PROTECT, related_name="snapshots")
    number = models.PositiveIntegerField()
    document = models.ForeignKey(PlanDocument, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["draft", "number"]
        constraints = [models.UniqueConstraint(fields=["draft", "number"], name="draft_snapshot_once")]

    def __str__(self) -> str:
        return f"{self.draft} at {self.number}"
