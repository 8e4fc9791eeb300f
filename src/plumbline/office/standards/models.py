"""Published standard versions, which one is in force, and drafts of the next."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.engine.standard.content_hash import content_hash
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


class StandardDraft(models.Model):
    """A standard being written: the text of its files, which change until it is published or withdrawn."""

    class State(models.TextChoices):
        DRAFT = "draft", "Being written"
        REVIEW = "review", "In review"
        PUBLISHED = "published", "Published"
        WITHDRAWN = "withdrawn", "Withdrawn"

    OPEN = (State.DRAFT, State.REVIEW)

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="standard_drafts")
    title = models.CharField(max_length=200)
    files = models.JSONField(help_text="path inside the standard's folder to text")
    begun_from = models.ForeignKey(StandardVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    checkout = models.CharField(max_length=80, blank=True, help_text="name in the folder of standards it came from")
    commit = models.CharField(max_length=64, blank=True, help_text="that was checked out there when it was read")
    state = models.CharField(max_length=20, choices=State.choices, default=State.DRAFT)
    begun_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    begun_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)
    published_as = models.ForeignKey(
        StandardVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="drafts"
    )

    class Meta:
        ordering = ["-changed_at", "-id"]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def content_hash(self) -> str:
        """Of the files as they are now: what a remark was made about."""
        return content_hash({path: text.encode() for path, text in self.files.items()})


class DraftChange(models.Model):
    """One change of one file of a draft, by whom and when. Who changed a draft is an author of it."""

    draft = models.ForeignKey(StandardDraft, on_delete=models.CASCADE, related_name="changes")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    path = models.CharField(max_length=200, blank=True, help_text="empty where the whole folder came in at once")
    what = models.CharField(max_length=20)
    replaced = models.JSONField(null=True, blank=True, help_text="all files as they were, where all were replaced")

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.what} {self.path}".strip()


class DraftRemark(models.Model):
    """What somebody said of a draft as it was then. An approval holds only while the content stays the same."""

    class Verdict(models.TextChoices):
        COMMENT = "comment", "Comment"
        APPROVE = "approve", "Approved"
        CHANGE = "change", "Asks for changes"

    draft = models.ForeignKey(StandardDraft, on_delete=models.CASCADE, related_name="remarks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    text = models.CharField(max_length=4000, blank=True)
    content_hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.get_verdict_display()}: {self.text[:60]}"
