"""Agreements between an office and the organisations that it works for."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.standards.models import StandardDraft, StandardVersion


class Agreement(models.Model):
    """What the provider's desk may show of the client.

    Whoever offers it knows only their own side. The other is named when somebody there types in the code,
    of which nothing but the hash is kept.
    """

    class State(models.TextChoices):
        OFFERED = "offered", "Offered, the code is not used yet"
        PROPOSED = "proposed", "Proposed, to be accepted"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"
        ENDED = "ended", "Ended"

    provider = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="serving")
    client = models.ForeignKey(Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="served_by")
    offered_by = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    grants = models.JSONField(default=list, blank=True, help_text="keys of what the desk may show, sorted")
    starts_on = models.DateField()
    ends_on = models.DateField(null=True, blank=True, help_text="the last day")
    note = models.CharField(max_length=500, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OFFERED)
    code_hash = models.CharField(max_length=64, unique=True)
    code_expires_at = models.DateTimeField()
    proposed_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    proposed_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-proposed_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["provider", "client"],
                condition=models.Q(state="accepted"),
                name="one_accepted_agreement",
            ),
            models.CheckConstraint(
                condition=models.Q(provider=None) | models.Q(client=None) | ~models.Q(provider=models.F("client")),
                name="agreement_between_two",
            ),
            models.CheckConstraint(
                condition=models.Q(state__in=["offered", "declined", "ended"])
                | models.Q(provider__isnull=False, client__isnull=False),
                name="agreement_names_both_sides",
            ),
            models.CheckConstraint(
                condition=models.Q(ends_on=None) | models.Q(ends_on__gte=models.F("starts_on")),
                name="agreement_ends_after_it_starts",
                violation_error_message="The last day lies before the first.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.provider or 'somebody'} for {self.client or 'somebody'}"

    def side(self, organisation: Organisation) -> str:
        """What the organisation is in it: provider or client."""
        return "provider" if self.provider_id == organisation.pk else "client"

    def other(self, organisation: Organisation) -> Organisation | None:
        return self.client if self.provider_id == organisation.pk else self.provider

    def is_in_force(self, day: date | None = None) -> bool:
        """By the client's own calendar."""
        if self.state != self.State.ACCEPTED or self.client is None:
            return False
        day = day or today(self.client)
        return self.starts_on <= day and (self.ends_on is None or day <= self.ends_on)

    @property
    def standing(self) -> str:
        """In a word or two, as both sides read it."""
        if self.state != self.State.ACCEPTED:
            return str(self.get_state_display())
        if self.is_in_force():
            return "In force"
        return "Over" if self.client and self.starts_on <= today(self.client) else "Accepted, not begun"

    @property
    def may_end(self) -> bool:
        return self.state in (self.State.OFFERED, self.State.PROPOSED, self.State.ACCEPTED)


class AgreementStep(models.Model):
    """What happened to an agreement, seen by both sides. Only ever added."""

    class What(models.TextChoices):
        OFFERED = "offered", "Offered, with a code"
        PROPOSED = "proposed", "The code was typed in"
        ACCEPTED = "accepted", "Accepted"
        DECLINED = "declined", "Declined"
        NARROWED = "narrowed", "Less is shown"
        REPLACED = "replaced", "Replaced by a newer agreement"
        ENDED = "ended", "Ended"

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="steps")
    what = models.CharField(max_length=10, choices=What.choices)
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    grants = models.JSONField(default=list, blank=True, help_text="what was shown from then on, or would have been")
    note = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["at", "id"]

    def __str__(self) -> str:
        return f"{self.agreement}: {self.get_what_display()}"


class WrongCode(models.Model):
    """A code was typed in that leads nowhere. Too many within an hour, and no more are taken."""

    organisation = models.ForeignKey(Organisation, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now, db_index=True)

    def __str__(self) -> str:
        return f"{self.organisation}: {self.at:%d %B %Y %H:%M}"


class StandardOffer(models.Model):
    """A version of the provider's standard that the client may begin a draft of its own from. Only ever added."""

    agreement = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="standard_offers")
    version = models.ForeignKey(StandardVersion, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-at", "-id"]
        constraints = [
            models.UniqueConstraint(
                fields=["agreement", "version"],
                name="standard_offered_once",
                violation_error_message="This version is offered already.",
            )
        ]

    def __str__(self) -> str:
        return str(self.version)


class TakenStandard(models.Model):
    """Where a draft of a client came from, kept for ever. Only ever added."""

    offer = models.ForeignKey(StandardOffer, on_delete=models.PROTECT, related_name="taken")
    draft = models.OneToOneField(StandardDraft, on_delete=models.PROTECT, related_name="taken_from")
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"{self.draft} from {self.offer}"
