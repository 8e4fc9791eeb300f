"""What the two of a pair keep. Words and answers are kept sealed; see ``foundation.sealed``."""

from __future__ import annotations

from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sealed import MOST_SEALED, place, words_in
from plumbline.office.mentoring.models.pairs import Pair
from plumbline.office.people.models import Person


class Session(models.Model):
    """A day on which the two meet, or have met."""

    pair = models.ForeignKey(Pair, on_delete=models.PROTECT, related_name="sessions")
    on = models.DateField()
    at = models.TimeField(null=True, blank=True, help_text="of the organisation's time zone; empty: some time that day")
    planned_by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    planned_at = models.DateTimeField(default=now)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"Session on {self.on:%-d %B %Y}"


class PairNote(models.Model):
    """What one of the two wrote for both. Rows are only added."""

    pair = models.ForeignKey(Pair, on_delete=models.PROTECT, related_name="notes")
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    kept = models.TextField(max_length=MOST_SEALED)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"Note of {self.by}"

    @property
    def words(self) -> str | None:
        return words_in(self.kept, place(self, "kept", self.at))


class PairAction(models.Model):
    """What one of the two does until a day."""

    pair = models.ForeignKey(Pair, on_delete=models.PROTECT, related_name="actions")
    owner = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    kept = models.TextField(max_length=MOST_SEALED)
    due_on = models.DateField()
    agreed_at = models.DateTimeField(default=now)
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = [models.F("done_at").desc(nulls_first=True), "due_on", "id"]

    def __str__(self) -> str:
        return f"Action agreed with {self.owner}"

    @property
    def words(self) -> str | None:
        return words_in(self.kept, place(self, "kept", self.agreed_at))


class CheckIn(models.Model):
    """How one of the two says it is going; others see counts alone. Rows are only added."""

    class How(models.TextChoices):
        WELL = "well", "Well"
        SO_SO = "so_so", "So-so"
        NOT = "not", "Not well"

    pair = models.ForeignKey(Pair, on_delete=models.PROTECT, related_name="check_ins")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    kept = models.TextField(max_length=MOST_SEALED)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"Check-in of {self.person}"

    @property
    def how(self) -> str | None:
        return words_in(self.kept, place(self, "kept", self.at))


class ClosingReview(models.Model):
    """What one of the two says when the pair is closed: whether its goals were reached, and words for the other."""

    class Reached(models.TextChoices):
        YES = "yes", "Yes"
        PARTLY = "partly", "Partly"
        NO = "no", "No"

    pair = models.ForeignKey(Pair, on_delete=models.PROTECT, related_name="reviews")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    kept = models.TextField(max_length=MOST_SEALED, help_text="whether the goals were reached")
    kept_words = models.TextField(max_length=MOST_SEALED, blank=True)

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint("pair", "person", name="one_closing_review_each")]

    def __str__(self) -> str:
        return f"Closing review of {self.person}"

    @property
    def reached(self) -> str | None:
        return words_in(self.kept, place(self, "kept", self.at))

    @property
    def reached_words(self) -> str:
        return dict(self.Reached.choices).get(self.reached or "", "sealed with a key that is lost")

    @property
    def words(self) -> str | None:
        return words_in(self.kept_words, place(self, "kept_words", self.at))
