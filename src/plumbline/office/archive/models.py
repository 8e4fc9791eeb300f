"""Archives that were asked for, and the wish to be deleted."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation

PERSON = settings.AUTH_USER_MODEL


class Archive(models.Model):
    """All that an organisation owns as one file: in the queue, being made, there to be downloaded, or past.

    It is due while ``due_at`` is set; a worker that has it sets that later, so that a lost one is taken up again.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="archives")
    asked_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now)
    due_at = models.DateTimeField(null=True, default=now, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0, help_text="parts that are written")
    parts = models.PositiveIntegerField(default=0, help_text="parts that it has, once that is known")
    problem = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField(null=True, blank=True)
    kept_until = models.DateTimeField(null=True, blank=True, db_index=True)
    size = models.PositiveBigIntegerField(default=0)
    digest = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ["-asked_at", "-id"]

    def __str__(self) -> str:
        return f"archive of {self.organisation}, {self.asked_at:%-d %B %Y}"

    @property
    def is_moving(self) -> bool:
        return self.due_at is not None

    @property
    def is_there(self) -> bool:
        return self.made_at is not None and self.kept_until is not None

    @property
    def filename(self) -> str:
        return f"{self.organisation.slug}-{self.asked_at:%Y-%m-%d}.zip"


class Piece(models.Model):
    """A part of the file, in order: a whole one may be larger than a row should be."""

    archive = models.ForeignKey(Archive, on_delete=models.CASCADE, related_name="pieces")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["archive", "number"], name="archive_piece_once")]

    def __str__(self) -> str:
        return f"piece {self.number}"


class Restoration(models.Model):
    """An archive that was uploaded to an empty installation: checked, confirmed, taken up, all in the background.

    It belongs to no organisation, as there is none yet. ``found`` is what was seen in it; see ``looking.py``.
    """

    class State(models.TextChoices):
        CHECKING = "checking", "Being checked"
        CHECKED = "checked", "Checked"
        CONFIRMED = "confirmed", "Being taken up"
        DONE = "done", "Taken up"
        REFUSED = "refused", "Cannot be taken up"

    filename = models.CharField(max_length=200)
    size = models.PositiveBigIntegerField()
    digest = models.CharField(max_length=64)
    uploaded_at = models.DateTimeField(default=now)
    state = models.CharField(max_length=10, choices=State.choices, default=State.CHECKING)
    due_at = models.DateTimeField(null=True, default=now, db_index=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    done = models.PositiveIntegerField(default=0, help_text="files that are checked")
    parts = models.PositiveIntegerField(default=0, help_text="files that it has, once that is known")
    found = models.JSONField(default=dict, blank=True)
    mistakes = models.JSONField(default=list, blank=True)
    slug = models.CharField(max_length=60, blank=True, help_text="the address it is to have, or has")
    manager = models.EmailField(blank=True, help_text="of whom the password below is going to be")
    password = models.CharField(max_length=200, blank=True, help_text="hashed, and empty once it is set")

    class Meta:
        ordering = ["-uploaded_at", "-id"]

    def __str__(self) -> str:
        return f"{self.filename}, {self.get_state_display().lower()}"

    @property
    def is_moving(self) -> bool:
        return self.due_at is not None


class UploadedPiece(models.Model):
    """A part of the file that was uploaded, in order; gone as soon as it is not needed."""

    restoration = models.ForeignKey(Restoration, on_delete=models.CASCADE, related_name="pieces")
    number = models.PositiveIntegerField()
    content = models.BinaryField()

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["restoration", "number"], name="uploaded_piece_once")]

    def __str__(self) -> str:
        return f"piece {self.number}"


class Deletion(models.Model):
    """The wish that an organisation and all that is its own be deleted. It may be withdrawn until it is done."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="deletions")
    asked_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now)
    confirmed_by = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, blank=True, db_index=True, help_text="none before it is confirmed")
    withdrawn_by = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation"],
                condition=models.Q(withdrawn_at=None),
                name="one_deletion_at_a_time",
                violation_error_message="Somebody has asked for this already.",
            )
        ]

    def __str__(self) -> str:
        return f"deletion of {self.organisation}"
