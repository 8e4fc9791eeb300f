"""What an audit asks about each project, and what was found."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.conformance.models.audits import Audit
from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project


class ChecklistQuestion(models.Model):
    """One question about one project, with the evidence that was kept when the audit began."""

    class Kind(models.TextChoices):
        ARTEFACT = "artefact", "Artefact"
        GATE = "gate", "Gate"
        PHASE = "phase", "Phase"
        PLAN = "plan", "Plan"
        RULE = "rule", "Rule"
        WAIVER = "waiver", "Waiver"
        OWN = "own", "The auditor's own"

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="questions")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    subject = models.CharField(max_length=80, blank=True, help_text="name of the artefact, gate or rule")
    text = models.CharField(max_length=500)
    evidence = models.TextField(blank=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    added_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["project__code", "number"]
        constraints = [models.UniqueConstraint(fields=["audit", "number"], name="question_number_once")]

    def __str__(self) -> str:
        return self.text


class ChecklistAnswer(models.Model):
    """Rows are only added; the last one counts."""

    class Value(models.TextChoices):
        YES = "yes", "Yes"
        PARTLY = "partly", "Partly"
        NO = "no", "No"
        NOT_RELEVANT = "not_relevant", "Not relevant"

    question = models.ForeignKey(ChecklistQuestion, on_delete=models.PROTECT, related_name="answers")
    value = models.CharField(max_length=20, choices=Value.choices)
    note = models.TextField(max_length=4000, blank=True)
    answered_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-id"]

    def __str__(self) -> str:
        return f"{self.question}: {self.get_value_display()}"
