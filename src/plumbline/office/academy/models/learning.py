"""What people learn: lessons read, tests sat, certificates earned, courses asked of them.

Courses themselves are files of the organisation's standard and have no rows; they are named here by their names.
"""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models
from django.db.models import Q

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.standards.models import StandardVersion

NAME = 63
"""The longest name of a course, a lesson or a question of one."""


class Reading(models.Model):
    """How far somebody is in a lesson. ``read`` are keys of its pieces, ``last`` the one that was read last."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="readings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="readings")
    course = models.CharField(max_length=NAME)
    lesson = models.CharField(max_length=NAME)
    read = models.JSONField(default=list)
    last = models.CharField(max_length=12, blank=True)
    begun_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)
    finished_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-changed_at", "-id"]
        constraints = [
            models.UniqueConstraint("organisation", "person", "course", "lesson", name="one_reading_per_lesson")
        ]

    def __str__(self) -> str:
        return f"{self.course}/{self.lesson}"


class Sitting(models.Model):
    """Somebody answers questions: those of a lesson, or an exam drawn from a whole course.

    ``questions`` are their keys in the order they are asked, fixed when it begins, by the version of then.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="sittings")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="sittings")
    course = models.CharField(max_length=NAME)
    lesson = models.CharField(max_length=NAME, blank=True, help_text="empty for an exam")
    version = models.ForeignKey(StandardVersion, on_delete=models.PROTECT, related_name="+")
    questions = models.JSONField(default=list)
    begun_at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True, blank=True)
    percent = models.PositiveSmallIntegerField(null=True, blank=True, help_text="of the points")
    passed = models.BooleanField(null=True, blank=True)

    class Meta:
        ordering = ["-begun_at", "-id"]
        indexes = [models.Index(fields=["organisation", "course", "lesson"], name="sittings_by_course")]

    def __str__(self) -> str:
        return f"{'Test' if self.lesson else 'Exam'}: {self.course} {self.lesson}".strip()

    @property
    def is_exam(self) -> bool:
        return not self.lesson


class GivenAnswer(models.Model):
    """One answer as it was given and judged then. Never changed."""

    sitting = models.ForeignKey(Sitting, on_delete=models.PROTECT, related_name="answers")
    question = models.CharField(max_length=2 * NAME + 1)
    answer = models.JSONField(null=True, blank=True)
    points = models.FloatField()
    said = models.JSONField(default=list, blank=True)
    given_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint("sitting", "question", name="one_answer_per_question")]

    def __str__(self) -> str:
        return self.question


class Certificate(models.Model):
    """That somebody passed the exam of a course. ``code`` stands on it, and whoever has it may ask whether it holds."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="certificates")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="certificates")
    course = models.CharField(max_length=NAME)
    title = models.CharField(max_length=80)
    name = models.CharField(max_length=200, help_text="of the person, as it is printed")
    sitting = models.OneToOneField(Sitting, on_delete=models.PROTECT, related_name="certificate")
    code = models.CharField(max_length=20)
    issued_on = models.DateField()
    expires_on = models.DateField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_why = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["-issued_on", "-id"]
        constraints = [models.UniqueConstraint("organisation", "code", name="one_certificate_per_code")]

    def __str__(self) -> str:
        return f"{self.title}: {self.name}"

    def holds_on(self, day: date) -> bool:
        return self.withdrawn_at is None and self.issued_on <= day <= self.expires_on


class Assignment(models.Model):
    """A course asked of somebody, until a day or without one.

    It is done when the exam is passed, or a live session that counts for it was attended.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="assignments")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments")
    course = models.CharField(max_length=NAME)
    why = models.CharField(max_length=300, blank=True)
    due_on = models.DateField(null=True, blank=True)
    assigned_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    assigned_at = models.DateTimeField(default=now)
    remind_on = models.DateField(null=True, blank=True, help_text="the next reminder; none once it is over")
    done_at = models.DateTimeField(null=True, blank=True)
    cancelled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["due_on", "assigned_at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person", "course"],
                condition=Q(done_at=None, cancelled_at=None),
                name="one_open_assignment",
            )
        ]
        indexes = [models.Index(fields=["remind_on"], name="assignments_to_remind")]

    def __str__(self) -> str:
        return self.course

    @property
    def is_open(self) -> bool:
        return self.done_at is None and self.cancelled_at is None
