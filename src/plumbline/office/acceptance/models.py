"""Deliverables, requirements and acceptance criteria; who agreed on which text; who accepted what.

A criterion's texts are only ever added, and so are the agreements, which are to one text each: a changed text is a new
one that nobody has agreed on yet. ``agreed_at`` and ``changed_at`` are kept by the actions, so that what stands above
can ask the database which work may start and which evidence is older than what it is for.
"""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.acceptance import readiness_models, session_models  # noqa: F401 - Django finds models by this module
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

LONGEST = 20_000
NAME = 200


class Kind(models.TextChoices):
    PLAIN = "plain", "Plain words"
    CHECKLIST = "checklist", "Checklist"
    GHERKIN = "gherkin", "Gherkin"


class Method(models.TextChoices):
    """How it is shown that a criterion is met, by the four classical methods of verification."""

    TEST = "test", "Test"
    DEMONSTRATION = "demonstration", "Demonstration"
    INSPECTION = "inspection", "Inspection"
    ANALYSIS = "analysis", "Analysis"


class Voice(models.TextChoices):
    """The three points of view that have to meet before work begins."""

    BUSINESS = "business", "Business"
    DEVELOPMENT = "development", "Development"
    TEST = "test", "Test"


class Deliverable(models.Model):
    """Something that the project hands over. ``wbs_key`` is the unique id of the element of the plan it stands for."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="deliverables")
    number = models.PositiveIntegerField(help_text="counted within the project")
    name = models.CharField(max_length=NAME)
    description = models.TextField(max_length=LONGEST, blank=True)
    wbs_key = models.CharField(max_length=120, blank=True)
    owner = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=now)
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_because = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["project", "number"]
        constraints = [models.UniqueConstraint("project", "number", name="deliverable_number_once")]

    def __str__(self) -> str:
        return f"{self.reference} {self.name}"

    @property
    def reference(self) -> str:
        return f"D-{self.number}"


class Requirement(models.Model):
    """What somebody needs of a deliverable, in one sentence; its criteria say when it is met."""

    deliverable = models.ForeignKey(Deliverable, on_delete=models.PROTECT, related_name="requirements")
    number = models.PositiveIntegerField(help_text="counted within the project")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="requirements")
    text = models.CharField(max_length=500)
    source = models.CharField(max_length=NAME, blank=True, help_text="who asks for it, or where it is written")
    entered_at = models.DateTimeField(default=now)
    dropped_at = models.DateTimeField(null=True, blank=True)
    dropped_because = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["project", "number"]
        constraints = [models.UniqueConstraint("project", "number", name="requirement_number_once")]

    def __str__(self) -> str:
        return f"{self.reference} {self.text}"

    @property
    def reference(self) -> str:
        return f"REQ-{self.number}"


class Criterion(models.Model):
    """One condition of acceptance. ``accepted_by`` is the name of the role of the standard that accepts it."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="criteria")
    deliverable = models.ForeignKey(Deliverable, on_delete=models.PROTECT, related_name="criteria")
    requirement = models.ForeignKey(
        Requirement, null=True, blank=True, on_delete=models.PROTECT, related_name="criteria"
    )
    number = models.PositiveIntegerField(help_text="counted within the project")
    title = models.CharField(max_length=NAME)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.PLAIN)
    method = models.CharField(max_length=14, choices=Method.choices, default=Method.TEST)
    measure = models.CharField(max_length=NAME, blank=True, help_text="what is measured, where something is")
    target = models.CharField(max_length=80, blank=True, help_text="the value that is good enough, with its unit")
    accepted_by = models.CharField(max_length=80, blank=True)
    entered_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now, help_text="when its text last changed")
    agreed_at = models.DateTimeField(null=True, blank=True, help_text="when the last voice agreed on the present text")
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_because = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["project", "number"]
        constraints = [models.UniqueConstraint("project", "number", name="criterion_number_once")]
        indexes = [models.Index(fields=["project", "withdrawn_at", "agreed_at"], name="criteria_by_agreement")]

    def __str__(self) -> str:
        return f"{self.reference} {self.title}"

    @property
    def reference(self) -> str:
        """The tag that ties it to its tests, without the at sign."""
        return f"AC-{self.number}"


class CriterionText(models.Model):
    """What a criterion says from a moment on. ``digest`` is the SHA-256 of all that is agreed on. Only ever added.

    The other columns are those of the criterion at that moment, for they are agreed on as well.
    """

    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="texts")
    number = models.PositiveIntegerField(help_text="counted within the criterion, from 1")
    text = models.TextField(max_length=LONGEST)
    title = models.CharField(max_length=NAME, blank=True)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.PLAIN)
    method = models.CharField(max_length=14, choices=Method.choices, default=Method.TEST)
    measure = models.CharField(max_length=NAME, blank=True)
    target = models.CharField(max_length=80, blank=True)
    accepted_by = models.CharField(max_length=80, blank=True)
    digest = models.CharField(max_length=64)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["criterion", "-number"]
        constraints = [models.UniqueConstraint("criterion", "number", name="criterion_text_number_once")]

    def __str__(self) -> str:
        return f"{self.criterion.reference}, text {self.number}"


class Agreement(models.Model):
    """Somebody speaks for a voice and agrees, or does not agree any more, on exactly this text. Only ever added."""

    text = models.ForeignKey(CriterionText, on_delete=models.PROTECT, related_name="agreements")
    voice = models.CharField(max_length=12, choices=Voice.choices)
    agrees = models.BooleanField(default=True)
    remark = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["text", "id"]

    def __str__(self) -> str:
        return f"{self.get_voice_display()} on {self.text}"


class Comment(models.Model):
    """What somebody said about a criterion while it was discussed. Only ever added."""

    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="comments")
    voice = models.CharField(max_length=12, choices=Voice.choices, blank=True)
    words = models.TextField(max_length=4000)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["criterion", "id"]

    def __str__(self) -> str:
        return f"Comment on {self.criterion.reference}"
