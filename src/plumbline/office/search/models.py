"""What can be found, how far the index is, and the pages that somebody keeps at hand."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project


class SearchDocument(models.Model):
    """One thing that can be found, as its subject told it last.

    Seen by whose role has the ``permission``, and by ``person``, if it is theirs; an empty permission is nobody's.
    ``title_words`` and ``text_words`` are what is searched: small letters, no accents, a space between words. The
    database keeps its own full-text index of them (see ``full_text``).
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    subject = models.CharField(max_length=40, help_text="the file that tells it")
    source_id = models.BigIntegerField(help_text="the row it is told from")
    part = models.CharField(max_length=80, blank=True, help_text="where one row is several things")
    title = models.CharField(max_length=250)
    reference = models.CharField(max_length=60, blank=True, help_text="how people call it in short")
    under = models.CharField(max_length=250, blank=True, help_text="what it belongs to")
    text = models.TextField(blank=True)
    path = models.CharField(max_length=300)
    permission = models.CharField(max_length=40, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.CASCADE, related_name="+"
    )
    project = models.ForeignKey(Project, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    closed = models.BooleanField(default=False, help_text="past: comes after what goes on")
    title_words = models.TextField()
    text_words = models.TextField(blank=True)
    digest = models.CharField(max_length=32)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["subject", "source_id", "part"], name="found_once")]
        indexes = [models.Index(fields=["organisation", "path"], name="found_by_path")]

    def __str__(self) -> str:
        return self.title


class TitleWord(models.Model):
    """A word of some title of an organisation: what a mistyped word may have been meant to be."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    word = models.CharField(max_length=40)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organisation", "word"], name="title_word_once")]

    def __str__(self) -> str:
        return self.word


class IndexState(models.Model):
    """How far the index of one subject is: the last audit line it followed, and the row its round has come to."""

    subject = models.CharField(max_length=40, primary_key=True)
    audit_line = models.BigIntegerField(default=0)
    row = models.BigIntegerField(default=0)
    rounds = models.PositiveIntegerField(default=0, help_text="how often it has been through all rows")

    def __str__(self) -> str:
        return f"{self.subject}: round {self.rounds + 1}, row {self.row}"


class PageAtHand(models.Model):
    """A page that somebody visited lately or pinned, as it was called when they saw it."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    path = models.CharField(max_length=300)
    title = models.CharField(max_length=160)
    visited_at = models.DateTimeField(null=True, blank=True)
    pinned_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "organisation", "path"], name="page_at_hand_once")]

    def __str__(self) -> str:
        return self.title
