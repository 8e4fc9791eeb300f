"""The documents that a project keeps under its standard: texts being written, versions, approvals, reviews.

Only ``ArtefactDocument``, which says where a document stands now, and an approval that waits ever change.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project

LONGEST_TEXT = 64 * 1024


class ArtefactDocument(models.Model):
    """What a project keeps for one artefact of its standard.

    ``approved`` is the version that counts, ``latest`` may be newer. ``reviewed_at`` is when the one that counts was
    approved, or last found to be still right.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="artefacts")
    name = models.CharField(max_length=63)
    title = models.CharField(max_length=200, help_text="of the artefact, when the document was begun")
    latest = models.ForeignKey("ArtefactVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    approved = models.ForeignKey("ArtefactVersion", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["project", "name"]
        constraints = [models.UniqueConstraint(fields=["project", "name"], name="artefact_document_once")]

    def __str__(self) -> str:
        return f"{self.title}, {self.project}"


class SavedText(models.Model):
    """The text of a document as somebody saved it while it was being written. The last one is worked on."""

    document = models.ForeignKey(ArtefactDocument, on_delete=models.PROTECT, related_name="saved_texts")
    number = models.PositiveIntegerField()
    text = models.TextField(max_length=LONGEST_TEXT)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-number"]
        constraints = [models.UniqueConstraint(fields=["document", "number"], name="saved_text_number_once")]

    def __str__(self) -> str:
        return f"{self.document}, text {self.number}"


class KeptFile(models.Model):
    """The bytes of a file exactly as they came, once under their hash (SHA-256)."""

    digest = models.CharField(primary_key=True, max_length=64)
    size = models.PositiveBigIntegerField()
    packed = models.BinaryField()

    def __str__(self) -> str:
        return self.digest[:12]


class ArtefactVersion(models.Model):
    """One version of a document: a text, a file or a link.

    ``authors`` are all who wrote something since the version approved before.
    """

    class Kind(models.TextChoices):
        TEXT = "text", "Text"
        FILE = "file", "File"
        LINK = "link", "Link"

    document = models.ForeignKey(ArtefactDocument, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=8, choices=Kind.choices)
    saved_text = models.ForeignKey(SavedText, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(KeptFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    filename = models.CharField(max_length=120, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    link = models.URLField(max_length=1000, blank=True)
    label = models.CharField(max_length=200, blank=True)
    change = models.CharField(max_length=500, blank=True, help_text="what is new in it")
    kept_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    kept_at = models.DateTimeField(default=now)
    authors = models.ManyToManyField(settings.AUTH_USER_MODEL, related_name="+")

    class Meta:
        ordering = ["-number"]
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="artefact_version_number_once"),
            models.CheckConstraint(
                condition=models.Q(kind="text", saved_text__isnull=False, file=None, link="")
                | models.Q(kind="file", saved_text=None, file__isnull=False, link="")
                | (models.Q(kind="link", saved_text=None, file=None) & ~models.Q(link="")),
                name="artefact_version_is_one_kind",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document}, version {self.number}"


class ArtefactApproval(models.Model):
    """An approval of one version: asked for by one, decided by another who is accountable for the artefact."""

    class State(models.TextChoices):
        ASKED = "asked", "Waits for approval"
        APPROVED = "approved", "Approved"
        SENT_BACK = "sent_back", "Sent back"
        OVERTAKEN = "overtaken", "Overtaken by a newer version"

    document = models.ForeignKey(ArtefactDocument, on_delete=models.PROTECT, related_name="approvals")
    version = models.ForeignKey(ArtefactVersion, on_delete=models.PROTECT, related_name="approvals")
    state = models.CharField(max_length=12, choices=State.choices, default=State.ASKED)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now)
    decided_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    note = models.CharField(max_length=2000, blank=True, help_text="of whoever decided")

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["document"],
                condition=models.Q(state="asked"),
                name="one_artefact_approval_asked",
                violation_error_message="An approval of this document is asked for already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.get_state_display()}"


class ArtefactReview(models.Model):
    """Somebody looked at the version that counts and found it still right."""

    document = models.ForeignKey(ArtefactDocument, on_delete=models.PROTECT, related_name="reviews")
    version = models.ForeignKey(ArtefactVersion, on_delete=models.PROTECT, related_name="reviews")
    reviewer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    reviewed_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-reviewed_at", "-id"]

    def __str__(self) -> str:
        return f"{self.version}, reviewed on {self.reviewed_at:%d %B %Y}"
