"""Who answers for which activity of a plan, what they told of it, and what became of that.

``ProjectProgress``, ``OwnedActivity`` and ``ActivityOwner`` follow from the current plan and are made again when it
changes. What people tell, and what was decided about it, is only ever added.
"""

from __future__ import annotations

import uuid

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.planning.models import PlanDraft
from plumbline.office.projects.models import PlanVersion, Project

PERSON = settings.AUTH_USER_MODEL
UID, NAME, CODE = 100, 250, 60
MOST_WORDS = 1000


class PlanName(models.Model):
    """What somebody is called in plans, where that is neither their name nor their address here."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="plan_names")
    name = models.CharField(max_length=NAME, help_text="as plans write it")
    key = models.CharField(max_length=NAME, help_text="the same, however it is spaced and capitalised")
    person = models.ForeignKey(
        PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="none: nobody of here"
    )
    set_by = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["name"]
        constraints = [models.UniqueConstraint(fields=["organisation", "key"], name="plan_name_once")]

    def __str__(self) -> str:
        return self.name


class ProjectProgress(models.Model):
    """Which plan was read for its owners, how often they are asked, and whether mail asks them."""

    project = models.OneToOneField(Project, on_delete=models.PROTECT, related_name="progress")
    version = models.ForeignKey(PlanVersion, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    read_at = models.DateTimeField(default=now)
    word_days = models.PositiveSmallIntegerField(help_text="how long a word about work under way counts")
    without_owner = models.PositiveIntegerField(default=0, help_text="open activities that name nobody")
    asks = models.BooleanField(default=False, help_text="owners are reminded by mail")

    def __str__(self) -> str:
        return f"Progress of {self.project}"


class OwnedActivity(models.Model):
    """An activity of the current plan that names an owner: open, or finished lately.

    ``due_on`` is the day on which its owner is next to say a word; none once the work is finished.
    """

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="owned_activities")
    uid = models.CharField(max_length=UID, help_text="in the plan, as text")
    code = models.CharField(max_length=CODE, help_text="what the plan calls its id")
    name = models.CharField(max_length=NAME)
    is_milestone = models.BooleanField(default=False)
    start = models.DateField(null=True, blank=True)
    finish = models.DateField(null=True, blank=True)
    started = models.DateField(null=True, blank=True, help_text="by the plan")
    finished = models.DateField(null=True, blank=True, help_text="by the plan")
    remaining = models.CharField(max_length=12, blank=True, help_text="by the plan: 3d")
    as_of = models.DateField(help_text="the day that the plan speaks of")
    due_on = models.DateField(null=True, blank=True)
    overdue_on = models.DateField(null=True, blank=True, help_text="when that word has been missing for too long")

    class Meta:
        ordering = ["due_on", "start", "id"]
        constraints = [models.UniqueConstraint(fields=["project", "uid"], name="owned_activity_once")]
        indexes = [
            models.Index(fields=["project", "due_on"], name="owned_activities_due"),
            models.Index(fields=["project", "overdue_on"], name="owned_activities_overdue"),
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()


class ActivityOwner(models.Model):
    """A name that an activity names. Whose name it is follows from the people there are, and from ``PlanName``."""

    activity = models.ForeignKey(OwnedActivity, on_delete=models.PROTECT, related_name="owners")
    name = models.CharField(max_length=NAME)
    key = models.CharField(max_length=NAME, db_index=True)

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["activity", "key"], name="activity_owner_once")]

    def __str__(self) -> str:
        return self.name


class ProgressUpdate(models.Model):
    """What somebody told of an activity. Only ever added; ``UpdateDecision`` says what became of it."""

    class How(models.TextChoices):
        PAGE = "page", "Signed in"
        LINK = "link", "By the link in a mail"
        FOR = "for", "For somebody else"

    class Says(models.TextChoices):
        PLANNED = "planned", "As planned"
        NOT_YET = "not_yet", "Not started yet"
        UNDER_WAY = "under_way", "Under way"
        FINISHED = "finished", "Finished"

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="progress_updates")
    uid = models.CharField(max_length=UID)
    code = models.CharField(max_length=CODE, blank=True, help_text="as it was then, like the name")
    name = models.CharField(max_length=NAME)
    version = models.ForeignKey(PlanVersion, on_delete=models.PROTECT, related_name="+", help_text="that was seen")
    by = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=4, choices=How.choices, default=How.PAGE)
    owner = models.CharField(max_length=NAME, blank=True, help_text="for whom it was told, if for somebody else")
    says = models.CharField(max_length=10, choices=Says.choices)
    started = models.DateField(null=True, blank=True)
    finished = models.DateField(null=True, blank=True)
    remaining = models.CharField(max_length=12, blank=True, help_text="what is left, as 3d")
    planned_finish = models.DateField(null=True, blank=True, help_text="by the plan that was seen")
    note = models.TextField(max_length=MOST_WORDS, blank=True)
    told_on = models.DateField(help_text="the day, by the calendar of the organisation")
    told_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-told_at", "-id"]
        indexes = [models.Index(fields=["project", "uid", "-id"], name="progress_of_activity")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(finished=None) | models.Q(started__lte=models.F("finished")),
                name="progress_finish_after_start",
            )
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.name}".strip()

    @property
    def changes_the_plan(self) -> bool:
        """Otherwise it is a word to read, with nothing to write into the plan."""
        return bool(self.started or self.finished or self.remaining)


class UpdateDecision(models.Model):
    """What became of an update. Only ever added; one that was taken into a draft which was given up waits again."""

    class Outcome(models.TextChoices):
        ACCEPTED = "accepted", "Taken into the plan"
        REFUSED = "refused", "Not taken"
        SUPERSEDED = "superseded", "Told anew"

    update = models.ForeignKey(ProgressUpdate, on_delete=models.PROTECT, related_name="decisions")
    outcome = models.CharField(max_length=10, choices=Outcome.choices)
    by = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    reason = models.TextField(max_length=MOST_WORDS, blank=True)
    draft = models.ForeignKey(
        PlanDraft, null=True, blank=True, on_delete=models.PROTECT, related_name="+", help_text="that took it in"
    )
    newer = models.ForeignKey(ProgressUpdate, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["id"]

    def __str__(self) -> str:
        return f"{self.update}: {self.get_outcome_display()}"


class ProgressRequest(models.Model):
    """Somebody was asked how their activities stand. Its number, signed, is the link in their mail."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    asked_on = models.DateField()
    last_day = models.DateField(help_text="on which the link opens anything")
    ended_at = models.DateTimeField(null=True, blank=True, help_text="taken back, or followed by a newer one")

    class Meta:
        ordering = ["-asked_on"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "person", "asked_on"], name="progress_asked_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.person} is asked on {self.asked_on}"


class RequestedActivity(models.Model):
    """One line of a request. By the link it is told once."""

    request = models.ForeignKey(ProgressRequest, on_delete=models.PROTECT, related_name="lines")
    number = models.PositiveSmallIntegerField()
    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="+")
    uid = models.CharField(max_length=UID)
    told_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [models.UniqueConstraint(fields=["request", "number"], name="requested_activity_once")]

    def __str__(self) -> str:
        return f"{self.number} of {self.request}"
