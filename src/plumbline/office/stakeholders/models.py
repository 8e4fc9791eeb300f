"""Who can help or hinder a project, how each stands to it, and what is communicated to whom.

A ``Stakeholder`` is a person or group that several projects may share; a ``Stake`` is what one is to one project.
Contacts, steps of engagement and what became of planned communications are only ever added.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Lower

from plumbline.engine.stakeholders import Engagement as Step
from plumbline.engine.stakeholders import Quadrant, Salience, gap, quadrant, salience
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project

SCALE = [(each, str(each)) for each in range(1, 6)]
LONGEST_RHYTHM = 730
DAYS = [MinValueValidator(1), MaxValueValidator(LONGEST_RHYTHM)]


class Engagement(models.TextChoices):
    RESISTANT = "resistant", "Resistant"
    UNAWARE = "unaware", "Unaware"
    NEUTRAL = "neutral", "Neutral"
    SUPPORTIVE = "supportive", "Supportive"
    LEADING = "leading", "Leading"


class Channel(models.TextChoices):
    MEETING = "meeting", "Meeting"
    CALL = "call", "Call"
    MAIL = "mail", "E-mail"
    LETTER = "letter", "Letter"
    EVENT = "event", "Event"
    REPORT = "report", "Report"
    OTHER = "other", "Other"


class Stakeholder(models.Model):
    """Somebody outside the plan, entered once. ``merged_into`` is who it turned out to be as well."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="stakeholders")
    name = models.CharField(max_length=160, help_text="A person or a group.")
    role = models.CharField(max_length=160, blank=True, help_text="What they are: mayor, spokesperson, works council.")
    belongs_to = models.CharField(max_length=160, blank=True, help_text="Whom they speak for.")
    email = models.EmailField(max_length=254, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    merged_into = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged")
    entered_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["name", "id"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("name"),
                Lower("belongs_to"),
                condition=models.Q(merged_into=None),
                name="stakeholder_once",
                violation_error_message="They are there already: choose them from the list.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Stake(models.Model):
    """What a stakeholder is to one project. ``judged_on`` is when somebody last looked at how they stand."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="stakes")
    stakeholder = models.ForeignKey(Stakeholder, on_delete=models.PROTECT, related_name="stakes")
    number = models.PositiveIntegerField(help_text="counted within the project")
    power = models.PositiveSmallIntegerField(choices=SCALE, default=3)
    interest = models.PositiveSmallIntegerField(choices=SCALE, default=3)
    legitimate = models.BooleanField(default=False)
    urgent = models.BooleanField(default=False)
    engagement = models.CharField(max_length=12, choices=Engagement.choices, default=Engagement.NEUTRAL)
    desired = models.CharField(max_length=12, choices=Engagement.choices, default=Engagement.SUPPORTIVE)
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="stakes_owned"
    )
    contact_every = models.PositiveSmallIntegerField(null=True, blank=True, validators=DAYS, help_text="days")
    contacted_on = models.DateField(null=True, blank=True, help_text="the last contact")
    contact_due_on = models.DateField(null=True, blank=True, help_text="kept by the actions")
    told_of = models.DateField(null=True, blank=True, help_text="the contact due that the owner was told of last")
    wants = models.TextField(max_length=2000, blank=True)
    approach = models.TextField(max_length=2000, blank=True)
    entered_on = models.DateField()
    judged_on = models.DateField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    ended_because = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["project", "number"]
        constraints = [
            models.UniqueConstraint("project", "number", name="stake_number_once"),
            models.UniqueConstraint(
                fields=["project", "stakeholder"],
                condition=models.Q(ended_at=None),
                name="stake_once",
                violation_error_message="They are in the register of this project already.",
            ),
        ]
        indexes = [models.Index(fields=["ended_at", "contact_due_on"], name="stakes_by_contact_due")]

    def __str__(self) -> str:
        """Without the name: audit lines are kept for ever."""
        return f"{self.reference}, {self.project}"

    @property
    def reference(self) -> str:
        return f"S-{self.number}"

    @property
    def quadrant(self) -> Quadrant:
        return quadrant(self.power, self.interest)

    @property
    def salience(self) -> Salience:
        return salience(self.power, legitimate=self.legitimate, urgent=self.urgent)

    @property
    def gap(self) -> int:
        return gap(Step(self.engagement), Step(self.desired))

    def next_contact(self) -> date | None:
        """Counted from the day of entry where there was no contact yet; ``None`` where no rhythm is agreed."""
        since = self.contacted_on or self.entered_on
        return since + timedelta(days=self.contact_every) if self.contact_every else None


class EngagementStep(models.Model):
    """How somebody stood, as judged on one day; also where nothing had changed. Only ever added."""

    stake = models.ForeignKey(Stake, on_delete=models.PROTECT, related_name="steps")
    engagement = models.CharField(max_length=12, choices=Engagement.choices)
    desired = models.CharField(max_length=12, choices=Engagement.choices)
    power = models.PositiveSmallIntegerField()
    interest = models.PositiveSmallIntegerField()
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.stake}, {self.engagement}"


class Contact(models.Model):
    """That somebody was spoken with. Only ever added."""

    stake = models.ForeignKey(Stake, on_delete=models.PROTECT, related_name="contacts")
    on = models.DateField()
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.MEETING)
    note = models.CharField(max_length=1000)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return f"{self.stake}, {self.on}"


class Communication(models.Model):
    """One line of the communication plan: who is told what, how and how often."""

    project = models.ForeignKey(Project, on_delete=models.PROTECT, related_name="communications")
    number = models.PositiveIntegerField(help_text="counted within the project")
    audience = models.CharField(max_length=200)
    purpose = models.CharField(max_length=300)
    content = models.TextField(max_length=2000, blank=True)
    channel = models.CharField(max_length=10, choices=Channel.choices, default=Channel.MEETING)
    every_days = models.PositiveSmallIntegerField(validators=DAYS)
    tolerance_days = models.PositiveSmallIntegerField(default=3, validators=[MaxValueValidator(60)])
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="communications_owned"
    )
    due_on = models.DateField(help_text="when it is held next")
    told_of = models.DateField(null=True, blank=True, help_text="the day due that the owner was told of last")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["project", "number"]
        constraints = [models.UniqueConstraint("project", "number", name="communication_number_once")]
        indexes = [models.Index(fields=["ended_at", "due_on"], name="communications_by_due")]

    def __str__(self) -> str:
        return f"{self.reference} {self.purpose}"

    @property
    def reference(self) -> str:
        return f"CP-{self.number}"

    @property
    def late_after(self) -> date:
        return self.due_on + timedelta(days=self.tolerance_days)


class Occurrence(models.Model):
    """What became of a communication that was due: held on a day, or never (``None``). Only ever added."""

    communication = models.ForeignKey(Communication, on_delete=models.PROTECT, related_name="occurrences")
    due_on = models.DateField()
    held_on = models.DateField(null=True, blank=True)
    in_time = models.BooleanField(help_text="by the tolerance of that day")
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-due_on", "-id"]
        constraints = [models.UniqueConstraint("communication", "due_on", name="occurrence_once")]

    def __str__(self) -> str:
        return f"{self.communication}, due on {self.due_on}"
