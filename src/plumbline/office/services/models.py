"""Services of the office, and what was asked of them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models.functions import Lower

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project
from plumbline.office.services.amounts import in_words


class Service(models.Model):
    """One entry of the catalogue. ``respond_in`` and ``deliver_in`` are minutes of the organisation's working time."""

    class Level(models.TextChoices):
        STRATEGIC = "strategic", "Strategic"
        TACTICAL = "tactical", "Tactical"
        OPERATIONAL = "operational", "Operational"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="services")
    key = models.CharField(max_length=60, blank=True, help_text="of the catalogue that it was taken from")
    title = models.CharField(max_length=120)
    group = models.CharField(max_length=80, blank=True)
    level = models.CharField(max_length=12, choices=Level.choices, default=Level.OPERATIONAL)
    what = models.TextField(max_length=4000, blank=True)
    customers = models.CharField(max_length=300, blank=True, help_text="the roles that it is for")
    trigger = models.CharField(max_length=300, blank=True, help_text="when somebody asks for it")
    inputs = models.TextField(max_length=2000, blank=True)
    outputs = models.TextField(max_length=2000, blank=True)
    respond_in = models.PositiveIntegerField(null=True, blank=True)
    deliver_in = models.PositiveIntegerField(null=True, blank=True)
    effort = models.PositiveIntegerField(null=True, blank=True, help_text="minutes of work that one request takes")
    owner = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="owned_services"
    )
    kpi = models.CharField(max_length=200, blank=True)
    maturity = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 to 5")
    questions = models.JSONField(default=list, blank=True, help_text="what its request form asks; see questions.py")
    is_open = models.BooleanField(default=True, help_text="requests may be made")
    created_at = models.DateTimeField(default=now)
    archived_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["group", "title"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("title"),
                name="service_title_once",
                violation_error_message="There is a service of this title.",
            )
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def respond_words(self) -> str:
        return in_words(self.respond_in) if self.respond_in is not None else ""

    @property
    def deliver_words(self) -> str:
        return in_words(self.deliver_in) if self.deliver_in is not None else ""

    @property
    def effort_words(self) -> str:
        return in_words(self.effort) if self.effort is not None else ""


class ServiceRequest(models.Model):
    """Somebody asks for a service. What was promised is kept as it was on the day of the request."""

    class State(models.TextChoices):
        NEW = "new", "New"
        ASSIGNED = "assigned", "Assigned"
        UNDER_WAY = "under_way", "Under way"
        WAITING = "waiting", "Waiting for the customer"
        DONE = "done", "Done"
        DECLINED = "declined", "Declined"
        WITHDRAWN = "withdrawn", "Withdrawn"

    OPEN = (State.NEW, State.ASSIGNED, State.UNDER_WAY, State.WAITING)

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="service_requests")
    service = models.ForeignKey(Service, on_delete=models.PROTECT, related_name="requests")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=160)
    details = models.TextField(max_length=8000, blank=True)
    answers = models.JSONField(default=dict, blank=True)
    project = models.ForeignKey(
        Project, null=True, blank=True, on_delete=models.PROTECT, related_name="service_requests"
    )
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=now)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="assigned_requests"
    )
    state = models.CharField(max_length=12, choices=State.choices, default=State.NEW)
    state_since = models.DateTimeField(default=now)
    respond_by = models.DateTimeField(null=True, blank=True)
    deliver_by = models.DateTimeField(null=True, blank=True, help_text="moves while it waits for the customer")
    responded_at = models.DateTimeField(null=True, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    paused = models.PositiveIntegerField(default=0, help_text="working minutes that it waited for the customer")
    respond_took = models.PositiveIntegerField(null=True, blank=True, help_text="working minutes")
    deliver_took = models.PositiveIntegerField(null=True, blank=True, help_text="working minutes without pauses")
    outcome = models.TextField(max_length=4000, blank=True)
    satisfaction_asked_at = models.DateTimeField(null=True, blank=True)
    satisfaction = models.PositiveSmallIntegerField(null=True, blank=True, help_text="1 to 5, by who asked")
    satisfaction_note = models.CharField(max_length=500, blank=True)
    satisfied_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-asked_at", "-id"]
        constraints = [
            models.UniqueConstraint(fields=["organisation", "number"], name="service_request_number_once"),
        ]
        indexes = [models.Index(fields=["organisation", "closed_at", "deliver_by"])]

    def __str__(self) -> str:
        return f"S-{self.number} {self.title}"

    @property
    def reference(self) -> str:
        return f"S-{self.number}"

    @property
    def paused_words(self) -> str:
        return in_words(self.paused)

    @property
    def is_open(self) -> bool:
        return self.state in self.OPEN

    @property
    def is_in_time(self) -> bool | None:
        """Whether it was done within the service level; ``None`` where nothing was promised or it is not done."""
        if self.state != self.State.DONE or self.deliver_by is None or self.closed_at is None:
            return None
        return self.closed_at <= self.deliver_by


class RequestEvent(models.Model):
    """What happened to a request: a new state, another assignee, or something said. Rows are only added."""

    request = models.ForeignKey(ServiceRequest, on_delete=models.PROTECT, related_name="events")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    state = models.CharField(max_length=12, choices=ServiceRequest.State.choices, blank=True)
    assignee = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    text = models.TextField(max_length=4000, blank=True)
    deliver_by = models.DateTimeField(null=True, blank=True, help_text="the new limit, where this moved it")

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.request}: {self.get_state_display() or 'comment'}"


class Effort(models.Model):
    """Time of the office's staff. A correction is a row of its own, with minutes below zero; rows are only added."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="efforts")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="efforts")
    on = models.DateField()
    minutes = models.IntegerField()
    service = models.ForeignKey(Service, null=True, blank=True, on_delete=models.PROTECT, related_name="efforts")
    request = models.ForeignKey(ServiceRequest, null=True, blank=True, on_delete=models.PROTECT, related_name="efforts")
    note = models.CharField(max_length=300, blank=True)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-on", "-id"]
        indexes = [models.Index(fields=["organisation", "on"])]

    def __str__(self) -> str:
        return f"{self.person} on {self.on}: {self.minutes} min"


class ServiceRate(models.Model):
    """What an hour of the office's work costs, from a day on."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="service_rates")
    since = models.DateField()
    per_hour = models.DecimalField(max_digits=10, decimal_places=2)

    class Meta:
        ordering = ["since"]
        constraints = [models.UniqueConstraint(fields=["organisation", "since"], name="service_rate_once_a_day")]

    def __str__(self) -> str:
        return f"{self.per_hour} an hour from {self.since}"
