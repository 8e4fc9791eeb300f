"""What an audit found to be mended, and what became of it."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models

from plumbline.office.conformance.models.audits import Audit
from plumbline.office.conformance.models.checklists import ChecklistQuestion
from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project


class AuditFinding(models.Model):
    """Closed by an auditor who does not own it. ``state`` is that of its last event."""

    class Grade(models.TextChoices):
        MAJOR = "major", "Major"
        MINOR = "minor", "Minor"
        OBSERVATION = "observation", "Observation"

    class State(models.TextChoices):
        OPEN = "open", "Open"
        AGREED = "agreed", "Agreed"
        DISAGREED = "disagreed", "Disagreed"
        DONE = "done", "Reported done"
        CLOSED = "closed", "Closed"

    audit = models.ForeignKey(Audit, on_delete=models.PROTECT, related_name="findings")
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="audit_findings")
    question = models.ForeignKey(
        ChecklistQuestion, null=True, blank=True, on_delete=models.PROTECT, related_name="findings"
    )
    text = models.TextField(max_length=4000)
    grade = models.CharField(max_length=12, choices=Grade.choices)
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="owned_audit_findings")
    due = models.DateField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.OPEN)
    raised_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    raised_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["due", "id"]

    def __str__(self) -> str:
        return self.text[:120]

    @property
    def is_open(self) -> bool:
        return self.state != self.State.CLOSED

    def is_overdue_on(self, day: date) -> bool:
        return self.is_open and self.due < day


class FindingEvent(models.Model):
    """Something that was done about a finding. Rows are only added."""

    class Deed(models.TextChoices):
        AGREE = "agree", "Agree, and say what is done until when"
        DISAGREE = "disagree", "Disagree, and say why"
        DONE = "done", "Report it done, with the evidence"
        CLOSE = "close", "Close it"
        REOPEN = "reopen", "Open it again, and say why"

    PAST = {
        "agree": "Agreed",
        "disagree": "Disagreed",
        "done": "Reported done",
        "close": "Closed",
        "reopen": "Reopened",
    }

    finding = models.ForeignKey(AuditFinding, on_delete=models.PROTECT, related_name="events")
    deed = models.CharField(max_length=10, choices=Deed.choices)
    words = models.TextField(max_length=4000)
    until = models.DateField(null=True, blank=True, help_text="by when the agreed action is done")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.told}: {self.finding}"

    @property
    def told(self) -> str:
        return self.PAST[self.deed]
