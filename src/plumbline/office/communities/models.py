"""Communities of practice, who belongs to them, and what is asked and answered there."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q
from django.utils.safestring import SafeString

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.prose import as_html
from plumbline.office.people.models import Organisation, Person

LONGEST_TEXT = 5000
LONGEST_TITLE = 160


class Community(models.Model):
    """``topics`` are what of the standard it knows about, such as ``rule:leads`` or ``register:risk``."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="communities")
    title = models.CharField(max_length=120)
    about = models.TextField(max_length=2000, blank=True)
    topics: Any = models.JSONField(default=list, blank=True)
    begun_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["title", "id"]
        constraints = [
            models.UniqueConstraint(
                "organisation", "title", name="community_title_once",
                violation_error_message="There is a community of this title already.",
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.title


class CommunityMember(models.Model):
    """Somebody who is told what is asked in a community. A lead keeps order there."""

    community = models.ForeignKey(Community, on_delete=models.PROTECT, related_name="members")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    is_lead = models.BooleanField(default=False)
    joined_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-is_lead", "person__name", "id"]
        constraints = [models.UniqueConstraint("community", "person", name="community_member_once")]

    def __str__(self) -> str:
        return f"{self.person} in {self.community}"


class Said(models.Model):
    """Words of a person, as Markdown. Its author may change or withdraw them; a lead may hide them, with a reason."""

    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    text = models.TextField(max_length=LONGEST_TEXT)
    hidden_at = models.DateTimeField(null=True, blank=True)
    hidden_because = models.CharField(max_length=300, blank=True)
    changed_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True

    @property
    def is_shown(self) -> bool:
        return self.hidden_at is None and self.withdrawn_at is None

    @property
    def since(self) -> str:
        """Since when it says what it says; empty if it always has."""
        return self.changed_at.isoformat() if self.changed_at else ""

    @property
    def html(self) -> SafeString:
        return as_html(self.text)


class CommunityQuestion(Said):
    """``topic`` is what of the standard it is about; empty where it is about no one thing."""

    community = models.ForeignKey(Community, on_delete=models.PROTECT, related_name="questions")
    title = models.CharField(max_length=LONGEST_TITLE)
    topic = models.CharField(max_length=120, blank=True)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.title


class CommunityAnswer(Said):
    """Once it is accepted it is practice, until somebody retires it."""

    question = models.ForeignKey(CommunityQuestion, on_delete=models.PROTECT, related_name="answers")
    accepted_at = models.DateTimeField(null=True, blank=True)
    accepted_by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    retired_at = models.DateTimeField(null=True, blank=True)
    retired_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["question"], condition=Q(accepted_at__isnull=False, retired_at=None), name="one_answer_accepted"
            ),
        ]

    def __str__(self) -> str:
        return f"Answer to {self.question}"

    @property
    def is_practice(self) -> bool:
        return self.accepted_at is not None and self.retired_at is None


class EarlierWords(models.Model):
    """What a question said, or one of its answers, until its author changed it. Rows are only added."""

    question = models.ForeignKey(CommunityQuestion, on_delete=models.PROTECT, related_name="earlier")
    answer = models.ForeignKey(
        CommunityAnswer, null=True, blank=True, on_delete=models.PROTECT, related_name="earlier",
        help_text="empty: the words are those of the question",
    )  # fmt: skip
    title = models.CharField(max_length=LONGEST_TITLE, blank=True)
    text = models.TextField(max_length=LONGEST_TEXT)
    until = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-until", "-id"]

    def __str__(self) -> str:
        return f"What stood until {self.until:%-d %B %Y} in {self.answer or self.question}"

    @property
    def html(self) -> SafeString:
        return as_html(self.text)


class Vote(models.Model):
    """That an answer helped somebody; one of each person."""

    answer = models.ForeignKey(CommunityAnswer, on_delete=models.PROTECT, related_name="votes")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint("answer", "person", name="one_vote_each")]

    def __str__(self) -> str:
        return f"{self.person}: {self.answer}"
