"""Who reads the calendar from outside, and what the office's staff plan to do in a week."""

from __future__ import annotations

from datetime import date, timedelta

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models
from django.urls import reverse

from plumbline.office.conformance.models import Audit
from plumbline.office.foundation.clock import now
from plumbline.office.gates.models import GateReview
from plumbline.office.people.models import Organisation
from plumbline.office.services.models import ServiceRequest

WEEK_OF_MINUTES = 7 * 24 * 60


class Subscription(models.Model):
    """Whoever knows the address reads what the person may see. Of its secret only the hash is kept."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    token_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=now)
    read_at = models.DateTimeField(null=True, blank=True, help_text="about when it was read last")

    class Meta:
        ordering = ["id"]
        constraints = [models.UniqueConstraint(fields=["organisation", "person"], name="one_subscription_each")]

    def __str__(self) -> str:
        return f"Calendar of {self.person}"


class PlannedWork(models.Model):
    """Something that somebody of the office plans to do in the week that begins on ``monday``.

    It may be about one of the office's own things. ``carried_from`` is what was left of the week before.
    """

    ABOUT = ("request", "review", "audit")

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="planned_work")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="planned_work")
    monday = models.DateField()
    on = models.DateField(null=True, blank=True, help_text="empty: some time in the week")
    title = models.CharField(max_length=200)
    minutes = models.PositiveIntegerField(default=0, validators=[MaxValueValidator(WEEK_OF_MINUTES)])
    request = models.ForeignKey(ServiceRequest, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    review = models.ForeignKey(GateReview, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    audit = models.ForeignKey(Audit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    carried_from = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="carried_to"
    )
    done_at = models.DateTimeField(null=True, blank=True)
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=now)

    class Meta:
        ordering = [models.F("on").asc(nulls_last=True), "id"]
        verbose_name_plural = "planned work"
        indexes = [models.Index(fields=["organisation", "monday"])]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(request=None, review=None)
                | models.Q(request=None, audit=None)
                | models.Q(review=None, audit=None),
                name="planned_work_is_about_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    @property
    def days(self) -> list[date]:
        return [self.monday + timedelta(days=number) for number in range(7)]

    def url(self, slug: str) -> str:
        """Where the thing is that it is about, or nothing."""
        if self.request is not None:
            return reverse("services:request", args=[slug, self.request.number])
        if self.review_id:
            return reverse("gates:review", args=[slug, self.review_id])
        return reverse("conformance:audit", args=[slug, self.audit_id]) if self.audit_id else ""
