"""Files with whole portfolios, the maps they are read by, and what is known of each project at each day."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project
from plumbline.office.status.models import StatusReport

PERSON = settings.AUTH_USER_MODEL


class ColumnMap(models.Model):
    """A saved map; ``spec`` is a ``MapSpec``."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="column_maps")
    name = models.CharField(max_length=120)
    spec = models.JSONField()
    changed_by = models.ForeignKey(PERSON, null=True, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint("organisation", Lower("name"), name="column_map_name_once")]

    def __str__(self) -> str:
        return self.name


class KeptFile(models.Model):
    """The bytes exactly as they came, known by their hash."""

    digest = models.CharField(primary_key=True, max_length=64)
    size = models.PositiveBigIntegerField()
    packed = models.BinaryField()

    def __str__(self) -> str:
        return self.digest[:12]


class PortfolioImport(models.Model):
    """One file on its way: mapped, checked without writing anything, confirmed, imported."""

    class State(models.TextChoices):
        UPLOADED = "uploaded", "Waiting for its map"
        CHECKING = "checking", "Being checked"
        CHECKED = "checked", "Checked, nothing imported yet"
        CONFIRMED = "confirmed", "Being imported"
        DONE = "done", "Imported"
        REFUSED = "refused", "Could not be read"
        CANCELLED = "cancelled", "Cancelled"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="portfolio_imports")
    file = models.ForeignKey(KeptFile, on_delete=models.PROTECT, related_name="imports")
    filename = models.CharField(max_length=255)
    state = models.CharField(max_length=12, choices=State.choices, default=State.UPLOADED)
    spec = models.JSONField(default=dict, help_text="the map as it is used for this file")
    columns = models.JSONField(default=list, help_text="heading and samples of each column, under the map's layout")
    sheets = models.JSONField(default=list)
    uploaded_by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    uploaded_at = models.DateTimeField(default=now)
    confirmed_by = models.ForeignKey(PERSON, null=True, on_delete=models.PROTECT, related_name="+")
    finished_at = models.DateTimeField(null=True, blank=True)
    due_at = models.DateTimeField(null=True, db_index=True, help_text="when the worker takes it up")
    attempts = models.PositiveSmallIntegerField(default=0)
    problem = models.TextField(blank=True, max_length=1000)
    remarks = models.JSONField(default=list)
    counts = models.JSONField(default=dict, help_text="how many rows came to which end")
    totals = models.JSONField(default=list, help_text="sums of the file, of what goes in, and of what does not")

    class Meta:
        ordering = ["-uploaded_at", "-id"]

    def __str__(self) -> str:
        return self.filename

    @property
    def is_under_way(self) -> bool:
        return self.state in (self.State.CHECKING, self.State.CONFIRMED)


class ImportRow(models.Model):
    """What becomes of one row of the file, or became of it."""

    class Verdict(models.TextChoices):
        ADDED = "added", "New project"
        REPORTED = "reported", "New period"
        CHANGED = "changed", "Changed"
        UNCHANGED = "unchanged", "Unchanged"
        ERROR = "error", "Error"
        SKIPPED = "skipped", "Skipped"

    portfolio_import = models.ForeignKey(PortfolioImport, on_delete=models.CASCADE, related_name="rows")
    number = models.PositiveIntegerField()
    place = models.CharField(max_length=20)
    name = models.CharField(max_length=200, blank=True)
    verdict = models.CharField(max_length=10, choices=Verdict.choices)
    problems = models.JSONField(default=list, help_text="column, value, reason")
    warnings = models.JSONField(default=list, help_text="column, value, reason")
    changes = models.JSONField(default=list, help_text="what, before, after")

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["portfolio_import", "number"], name="import_row_once")]
        indexes = [models.Index(fields=["portfolio_import", "verdict", "number"], name="rows_by_verdict")]

    def __str__(self) -> str:
        return f"{self.place}: {self.verdict}"


class ProjectKey(models.Model):
    """By what a project is known again in the files of one family: a key, or a name it had."""

    class Kind(models.TextChoices):
        KEY = "key", "Key"
        NAME = "name", "Name"

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="project_keys")
    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="import_keys")
    family = models.CharField(max_length=60)
    kind = models.CharField(max_length=4, choices=Kind.choices)
    key = models.CharField(max_length=200)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organisation", "family", "kind", "key"], name="project_key_once")
        ]

    def __str__(self) -> str:
        return self.key


class ProjectPeriod(models.Model):
    """One project at one day, as the file says that was imported last for it.

    ``level`` is the place of the rating on its scale, 0 the best; ``moved`` tells against the period before on the
    same scale: 1 better, -1 worse, 0 the same, none if it cannot be told.
    """

    project = models.ForeignKey(Project, on_delete=models.CASCADE, related_name="periods")
    as_of = models.DateField()
    report = models.ForeignKey(StatusReport, on_delete=models.PROTECT, related_name="+")
    fingerprint = models.CharField(max_length=40)
    level = models.SmallIntegerField(null=True)
    moved = models.SmallIntegerField(null=True)
    closes_year = models.BooleanField(default=True, help_text="the last of its project in its year")
    finish_moved = models.IntegerField(null=True, help_text="days since the period before; more is later")

    class Meta:
        ordering = ["as_of"]
        constraints = [models.UniqueConstraint(fields=["project", "as_of"], name="one_period_per_day")]
        indexes = [models.Index(fields=["as_of"], name="periods_by_day")]

    def __str__(self) -> str:
        return f"{self.project_id}, {self.as_of}"
