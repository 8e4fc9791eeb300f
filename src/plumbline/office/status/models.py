"""What is said about a project, beside what the evidence said at that moment."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.db import models

from plumbline.office.assurance.models import Assessment, Status
from plumbline.office.foundation.clock import now
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry

PERSON = settings.AUTH_USER_MODEL
DUE_SOON = timedelta(days=7)
REPORTED = [(each.value, each.label) for each in (Status.GREEN, Status.AMBER, Status.RED)]


class ReportLine(models.Model):
    """A part of a project that is reported on by itself, beside the project as a whole."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="report_lines")
    name = models.CharField(max_length=160)
    reporter = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="report_lines")
    since = models.DateTimeField(default=now)
    closed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "name"],
                name="report_line_name_once",
                violation_error_message="The project has a report line of this name.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class StatusContent(models.Model):
    """What a report says, whether it is being written or published. Money is in the organisation's currency."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="+")
    line = models.ForeignKey(ReportLine, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    as_of = models.DateField(help_text="the day it speaks of")
    overall = models.CharField(max_length=10, choices=REPORTED, blank=True)
    summary = models.TextField(max_length=4000, blank=True)
    forecast_finish = models.DateField(null=True, blank=True)
    budget = models.DecimalField(null=True, blank=True, max_digits=18, decimal_places=2)
    spent = models.DecimalField(null=True, blank=True, max_digits=18, decimal_places=2)
    forecast_cost = models.DecimalField(null=True, blank=True, max_digits=18, decimal_places=2)
    benefits = models.DecimalField(null=True, blank=True, max_digits=18, decimal_places=2)

    class Meta:
        abstract = True


class StatusDraft(StatusContent):
    """A report that is being written: at most one for each line of a project.

    ``page`` is the open page that saved last: what another one saves after it would undo, is not taken unseen.
    """

    dimensions = models.JSONField(default=dict, help_text='{"schedule": {"colour": "green", "comment": "..."}}')
    author = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+", help_text="who saved last")
    page = models.CharField(max_length=32, blank=True)
    started_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project"], condition=models.Q(line=None), name="one_draft_report_of_a_project"
            ),
            models.UniqueConstraint(
                fields=["project", "line"], condition=~models.Q(line=None), name="one_draft_report_of_a_line"
            ),
        ]

    def __str__(self) -> str:
        return f"draft report of {self.line or self.project}"


class StatusReport(StatusContent):
    """A published report. It is never changed: the database refuses to.

    ``frozen`` keeps the evidence of that moment as it was shown. ``source`` says how it came; an imported one keeps
    the ``rating`` in the words of its file and the scale that they are from.
    """

    class Source(models.TextChoices):
        WRITTEN = "written", "Written here"
        IMPORTED = "imported", "Imported"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="reports")
    line = models.ForeignKey(ReportLine, null=True, blank=True, on_delete=models.PROTECT, related_name="reports")
    source = models.CharField(max_length=10, choices=Source.choices, default=Source.WRITTEN)
    author = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField(default=now)
    due_on = models.DateField(null=True, blank=True, help_text="the day by which it was asked for")
    previous = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    assessment = models.ForeignKey(Assessment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    rating = models.CharField(max_length=80, blank=True)
    rating_scale = models.CharField(max_length=40, blank=True)
    start = models.DateField(null=True, blank=True)
    baseline_finish = models.DateField(null=True, blank=True)
    frozen = models.JSONField(default=dict)

    class Meta:
        ordering = ["-as_of", "-published_at", "-id"]
        indexes = [models.Index(fields=["project", "as_of"], name="reports_by_day")]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "as_of", "published_at"],
                condition=models.Q(source="imported"),
                name="imported_once",
            )
        ]

    def __str__(self) -> str:
        return f"{self.line or self.project}, {self.as_of:%-d %B %Y}"


class ReportedStatus(models.Model):
    """One dimension of a published report, beside the evidence of that moment. Only ever added."""

    report = models.ForeignKey(StatusReport, on_delete=models.PROTECT, related_name="dimensions")
    dimension = models.CharField(max_length=40)
    title = models.CharField(max_length=200)
    reported = models.CharField(max_length=10, choices=REPORTED)
    comment = models.TextField(max_length=4000, blank=True)
    evidence = models.CharField(max_length=10, choices=Status.choices, default=Status.UNKNOWN)
    reasons = models.JSONField(default=list, blank=True, help_text="what the evidence rested on, in sentences")

    class Meta:
        ordering = ["id"]
        constraints = [
            models.UniqueConstraint(fields=["report", "dimension"], name="one_reported_status_per_dimension")
        ]

    def __str__(self) -> str:
        return f"{self.dimension}: {self.reported}, evidence {self.evidence}"


class Acknowledgement(models.Model):
    """Somebody has read a report. Only ever added."""

    report = models.ForeignKey(StatusReport, on_delete=models.PROTECT, related_name="acknowledgements")
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "id"]
        constraints = [models.UniqueConstraint(fields=["report", "person"], name="report_acknowledged_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.report}"


class Reporting(models.Model):
    """Where the reporting of a project stands now, rewritten whenever a report or an assessment arrives.

    After ``silent_after`` nothing that was reported counts: the project is silent. ``flags`` are those of all
    dimensions together: watermelon, warning, weak_confidence, pessimism, red_cliff, unmoved.
    """

    project = models.OneToOneField(Project, on_delete=models.CASCADE, primary_key=True, related_name="reporting")
    report = models.ForeignKey(StatusReport, null=True, on_delete=models.PROTECT, related_name="+")
    overall = models.CharField(max_length=10, choices=REPORTED, blank=True)
    due_on = models.DateField(null=True, db_index=True, help_text="the next report; none where no cadence asks for one")
    late_after = models.DateField(null=True, db_index=True, help_text="the last day of grace")
    silent_after = models.DateField(null=True, db_index=True)
    flags = models.JSONField(default=list)
    is_watermelon = models.BooleanField(default=False, db_index=True)
    renewed_at = models.DateTimeField(default=now, db_index=True)
    told_due_for = models.DateField(null=True, help_text="the due day of which the manager was told")
    told_late_for = models.DateField(null=True, help_text="the due day whose lateness the manager was told of")

    def __str__(self) -> str:
        return f"{self.project}: {self.overall or 'nothing reported'}"

    def state(self, day: date) -> str:
        """silent, late, due (within a week) or in time; empty where no report is asked for."""
        if self.due_on is None or self.late_after is None or self.silent_after is None:
            return ""
        if day > self.silent_after:
            return "silent"
        if day > self.late_after:
            return "late"
        return "due" if self.due_on <= day + DUE_SOON else "in time"


class ReportedBeside(models.Model):
    """One dimension of a project now: what was reported last, what the evidence says today, and what that means."""

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="reported_beside")
    dimension = models.CharField(max_length=40)
    reported = models.CharField(max_length=10, choices=REPORTED)
    previous = models.CharField(max_length=10, choices=REPORTED, blank=True, help_text="in the report before")
    evidence = models.CharField(max_length=10, choices=Status.choices)
    divergence = models.SmallIntegerField(null=True, help_text="evidence minus reported, in steps; none if unknown")
    flags = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "dimension"], name="one_beside_per_dimension")]
        indexes = [models.Index(fields=["dimension", "divergence"], name="beside_by_divergence")]

    def __str__(self) -> str:
        return f"{self.project} {self.dimension}: {self.reported}, evidence {self.evidence}"


class Contest(models.Model):
    """Somebody says with a reason that a computed status is wrong. It stands beside the status, never instead of it."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="contests")
    dimension = models.CharField(max_length=40)
    evidence = models.CharField(max_length=10, choices=Status.choices, help_text="the status that is contested")
    assessment = models.ForeignKey(Assessment, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(max_length=4000)
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    last_day = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.project} {self.dimension}, contested by {self.by}"

    def holds_on(self, day: date) -> bool:
        return self.ended_at is None and day <= self.last_day

    def speaks_of(self, status: str | None) -> bool:
        """Whether the evidence still says what is contested."""
        return status == self.evidence


class GoToGreenPlan(models.Model):
    """How a dimension that is not green becomes green again: actions in the register, and a day by which it works.

    Whether it worked, the evidence decides: ``assessment`` or ``report`` is the one that said green.
    """

    class Outcome(models.TextChoices):
        RUNNING = "running", "Running"
        WORKED = "worked", "It worked"
        FAILED = "failed", "It did not work"
        WITHDRAWN = "withdrawn", "Withdrawn"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="go_to_green_plans")
    dimension = models.CharField(max_length=40)
    from_status = models.CharField(max_length=10, choices=Status.choices, help_text="the worse of the two sides")
    from_evidence = models.CharField(max_length=10, choices=Status.choices)
    approach = models.TextField(max_length=4000)
    owner = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    green_on = models.DateField(help_text="expected")
    actions = models.ManyToManyField(Entry, related_name="go_to_green_plans")
    outcome = models.CharField(max_length=10, choices=Outcome.choices, default=Outcome.RUNNING)
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    ended_at = models.DateTimeField(null=True, blank=True)
    assessment = models.ForeignKey(Assessment, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    report = models.ForeignKey(StatusReport, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    because = models.CharField(max_length=1000, blank=True, help_text="why it was withdrawn")

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["project", "dimension"],
                condition=models.Q(outcome="running"),
                name="one_running_plan_per_dimension",
                violation_error_message="This dimension has a go-to-green plan already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.project} {self.dimension}: green by {self.green_on}"
