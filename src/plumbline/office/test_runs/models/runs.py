"""Runs of tests as a tool reported them, and the tests that were run."""

from __future__ import annotations

from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

LONGEST_NAME = 500
LONGEST_MESSAGE = 1000


class Status(models.TextChoices):
    """What became of one test; the words are those of the formats."""

    PASSED = "passed", "Passed"
    FAILED = "failed", "Failed"
    ERROR = "error", "Error"
    AMBIGUOUS = "ambiguous", "Ambiguous"
    UNDEFINED = "undefined", "Undefined"
    PENDING = "pending", "Pending"
    SKIPPED = "skipped", "Skipped"
    UNKNOWN = "unknown", "Unknown"


GREEN = (Status.PASSED,)
RED = (Status.FAILED, Status.ERROR, Status.AMBIGUOUS)
"""The rest says neither: such a test is there, but did not speak."""


class TestRun(models.Model):
    """One file of results. ``ran_at`` is when the tests ran: as the file says, never later than it was received.

    ``digest`` is the SHA-256 of the file; the same file is one run of its project, however often it is handed in.
    While ``state`` is not ``read``, its results count nowhere.
    """

    __test__ = False  # for pytest, which collects whatever is called Test

    class State(models.TextChoices):
        RECEIVED = "received", "Received"
        READ = "read", "Read"
        REFUSED = "refused", "Refused"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="test_runs")
    number = models.PositiveIntegerField(help_text="counted within the project")
    digest = models.CharField(max_length=64)
    filename = models.CharField(max_length=255)
    size = models.PositiveBigIntegerField(help_text="bytes")
    format = models.CharField(max_length=40, blank=True)
    tool = models.CharField(max_length=120, blank=True)
    revision = models.CharField(max_length=120, blank=True)
    branch = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=500, blank=True, help_text="of the run where it was made")
    ran_at = models.DateTimeField(default=now)
    received_at = models.DateTimeField(default=now)
    by = models.ForeignKey(Person, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    token_name = models.CharField(max_length=80, blank=True, help_text="by which program it came")
    state = models.CharField(max_length=10, choices=State.choices, default=State.RECEIVED)
    problem = models.CharField(max_length=500, blank=True, help_text="why it was refused")
    remarks = models.JSONField(default=list, help_text="what broke outside of any test")
    due_at = models.DateTimeField(null=True, default=now)
    attempts = models.PositiveSmallIntegerField(default=0, help_text="how often reading it was begun")
    done = models.PositiveIntegerField(default=0, help_text="results kept so far")
    total = models.PositiveIntegerField(default=0, help_text="tests in it, without attempts that were repeated")
    passed = models.PositiveIntegerField(default=0)
    failed = models.PositiveIntegerField(default=0, help_text="failed, error or ambiguous")
    silent = models.PositiveIntegerField(default=0, help_text="pending, undefined, skipped or unknown")
    flaky = models.PositiveIntegerField(default=0, help_text="with mixed results on the same revision")
    counts = models.JSONField(default=dict, help_text="how many of each status")
    seconds = models.FloatField(default=0, help_text="all durations together")

    class Meta:
        ordering = ["project", "-number"]
        constraints = [
            models.UniqueConstraint("project", "number", name="test_run_number_once"),
            models.UniqueConstraint("project", "digest", name="test_run_file_once"),
        ]
        indexes = [
            models.Index(fields=["due_at"], name="test_runs_due"),
            models.Index(fields=["project", "revision"], name="test_runs_of_revision"),
        ]

    def __str__(self) -> str:
        return f"{self.project.code} run {self.number}"

    @property
    def is_read(self) -> bool:
        return self.state == self.State.READ


class FilePiece(models.Model):
    """The file of a run as it came, in compressed pieces so that no large one is ever held in memory. Only added."""

    run = models.ForeignKey(TestRun, on_delete=models.PROTECT, related_name="pieces")
    number = models.PositiveIntegerField()
    packed = models.BinaryField()

    class Meta:
        ordering = ["run", "number"]
        constraints = [models.UniqueConstraint("run", "number", name="test_file_piece_once")]

    def __str__(self) -> str:
        return f"{self.run}, piece {self.number}"


class TestCase(models.Model):
    """One test of a project, known by where it lies and what it is called; with what its latest run said.

    ``key`` is the SHA-256 of place, name and which of several of that name it is.
    ``references`` are what it says it is for: pairs such as ``["AC-12", "tag"]``.
    """

    __test__ = False  # for pytest, which collects whatever is called Test

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="test_cases")
    key = models.CharField(max_length=64)
    place = models.CharField(max_length=LONGEST_NAME, blank=True, help_text="class or file")
    name = models.CharField(max_length=LONGEST_NAME)
    references = models.JSONField(default=list)
    latest = models.ForeignKey(TestRun, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    latest_at = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.UNKNOWN)
    is_flaky = models.BooleanField(default=False, help_text="mixed results on the revision of its latest run")
    flaky_times = models.PositiveIntegerField(default=0, help_text="runs in which its results were mixed")

    class Meta:
        ordering = ["project", "place", "name", "id"]
        constraints = [models.UniqueConstraint("project", "key", name="test_case_key_once")]
        indexes = [models.Index(fields=["project", "flaky_times"], name="test_cases_flaky")]

    def __str__(self) -> str:
        return self.name


class TestResult(models.Model):
    """What one attempt at one test said in one run. Of several attempts the last counts. Only ever added."""

    __test__ = False  # for pytest, which collects whatever is called Test

    run = models.ForeignKey(TestRun, on_delete=models.PROTECT, related_name="results")
    case = models.ForeignKey(TestCase, on_delete=models.PROTECT, related_name="results")
    attempt = models.PositiveSmallIntegerField(default=1)
    is_last = models.BooleanField(default=True)
    status = models.CharField(max_length=10, choices=Status.choices)
    seconds = models.FloatField(null=True, blank=True)
    message = models.CharField(max_length=LONGEST_MESSAGE, blank=True)

    class Meta:
        ordering = ["run", "id"]
        constraints = [models.UniqueConstraint("run", "case", "attempt", name="test_result_once")]
        indexes = [models.Index(fields=["run", "is_last", "status"], name="test_results_by_status")]

    def __str__(self) -> str:
        return f"{self.case}: {self.get_status_display()}"
