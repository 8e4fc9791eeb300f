"""Requests on their way to a project: what was asked for, what was answered, how it was scored, and every step."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project
from plumbline.office.standards.models import StandardVersion


class State(models.TextChoices):
    DRAFT = "draft", "Draft"
    SUBMITTED = "submitted", "Submitted"
    SCREENING = "screening", "In screening"
    SCORING = "scoring", "In scoring"
    ON_HOLD = "on_hold", "On hold"
    ACCEPTED = "accepted", "Accepted"
    DECLINED = "declined", "Declined"
    MERGED = "merged", "Merged"
    WITHDRAWN = "withdrawn", "Withdrawn"


WITH_THE_OFFICE = (State.SUBMITTED, State.SCREENING, State.SCORING)
OPEN = (*WITH_THE_OFFICE, State.ON_HOLD)


class ProjectRequest(models.Model):
    """What somebody asks for. It is judged by ``standard_version``, the one in force when it was submitted.

    ``averages`` keeps the mean, least and most points by criterion, ``score_low`` and ``score_high`` what follows.
    """

    class Size(models.TextChoices):
        SMALL = "small", "Small: a few people for a few weeks"
        MEDIUM = "medium", "Medium: a team for some months"
        LARGE = "large", "Large: several teams, or more than a year"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="project_requests")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=160)
    what = models.TextField(max_length=4000, blank=True)
    why = models.TextField(max_length=4000, blank=True)
    whom = models.TextField(max_length=2000, blank=True)
    difference = models.TextField(max_length=4000, blank=True)
    size = models.CharField(max_length=10, choices=Size.choices, blank=True)
    months = models.PositiveSmallIntegerField(null=True, blank=True)
    budget = models.DecimalField(null=True, blank=True, max_digits=16, decimal_places=2)
    wanted_by = models.DateField(null=True, blank=True)
    otherwise = models.TextField(max_length=4000, blank=True)
    links = models.TextField(max_length=2000, blank=True)

    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFT)
    since = models.DateTimeField(default=now, help_text="in this state")
    begun_at = models.DateTimeField(default=now)
    submitted_at = models.DateTimeField(null=True, blank=True)
    waits_for_answer = models.BooleanField(default=False)
    hold_until = models.DateField(null=True, blank=True)
    held_from = models.CharField(max_length=12, choices=State.choices, blank=True)
    standard_version = models.ForeignKey(
        StandardVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    averages = models.JSONField(default=dict, blank=True)
    score_low = models.FloatField(null=True, blank=True)
    score_high = models.FloatField(null=True, blank=True)
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged_requests"
    )
    project = models.OneToOneField(
        Project, null=True, blank=True, on_delete=models.PROTECT, related_name="asked_for_in"
    )
    size_class = models.CharField(max_length=63, blank=True)
    tailoring_note = models.TextField(max_length=4000, blank=True)

    class Meta:
        ordering = ["-since", "-id"]
        indexes = [models.Index(fields=["organisation", "state"]), models.Index(fields=["author"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(state="accepted", project__isnull=False)
                | (~models.Q(state="accepted") & models.Q(project=None)),
                name="accepted_is_a_project",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_open(self) -> bool:
        return self.state in OPEN

    @property
    def is_with_the_office(self) -> bool:
        return self.state in WITH_THE_OFFICE


class Step(models.Model):
    """Something that happened to a request. Rows are only ever added."""

    class Kind(models.TextChoices):
        SUBMITTED = "submitted", "Submitted"
        SCREENING = "screening", "Screening began"
        SCREENED = "screened", "Screening was passed"
        OVERRULED = "overruled", "A no in screening was overruled"
        SCORED = "scored", "Scored"
        ASKED = "asked", "A question to the author"
        ANSWERED = "answered", "Answered"
        COMMENTED = "commented", "Comment"
        HELD = "held", "Put on hold"
        RETURNED = "returned", "Back in the queue"
        ACCEPTED = "accepted", "Accepted: it is a project"
        DECLINED = "declined", "Declined"
        MERGED = "merged", "Merged into another request"
        WITHDRAWN = "withdrawn", "Withdrawn"

    request = models.ForeignKey(ProjectRequest, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    note = models.TextField(max_length=4000, blank=True)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.request}: {self.get_kind_display()}"


class ScreeningAnswer(models.Model):
    """One answer to one question of the standard. Rows are only ever added: the last of each question counts."""

    class Answer(models.TextChoices):
        YES = "yes", "Yes"
        NO = "no", "No"
        UNCLEAR = "unclear", "Unclear"

    request = models.ForeignKey(ProjectRequest, on_delete=models.PROTECT, related_name="answers")
    question = models.CharField(max_length=63)
    answer = models.CharField(max_length=8, choices=Answer.choices)
    note = models.TextField(max_length=1000, blank=True)
    at = models.DateTimeField(default=now)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.question}: {self.answer}"


class ScoreSheet(models.Model):
    """What one scorer gave, once and on their own: the name of a level by criterion. Rows are only ever added."""

    request = models.ForeignKey(ProjectRequest, on_delete=models.PROTECT, related_name="sheets")
    scorer = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    levels = models.JSONField(default=dict, blank=True)
    note = models.TextField(max_length=2000, blank=True)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["request", "scorer"],
                name="scored_once_by_each",
                violation_error_message="You have scored it already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.scorer} on {self.request}"
