"""What somebody should know, and how they want to be told."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator
from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.notifications.kinds import MENTION, name_of
from plumbline.office.people.models import Organisation

PERSON = settings.AUTH_USER_MODEL
HOURS = [(each, f"{each}:00") for each in range(24)]
WEEKDAYS = list(enumerate(("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")))


class Mail(models.Model):
    """One mail to one person, composed of notices.

    ``next_try_at`` says when it is due; whoever takes it moves it on, which holds off a second worker.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="mails")
    composed_at = models.DateTimeField(default=now)
    tries = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField(null=True, db_index=True, help_text="none once it is sent or given up")
    sent_at = models.DateTimeField(null=True, blank=True)
    given_up_at = models.DateTimeField(null=True, blank=True)
    problem = models.CharField(max_length=300, blank=True, help_text="of the last try")

    class Meta:
        ordering = ["-composed_at", "-id"]
        indexes = [models.Index(fields=["person", "organisation", "-id"], name="mails_of_person")]

    def __str__(self) -> str:
        return f"mail to {self.person}, {self.composed_at:%Y-%m-%d}"


class Notice(models.Model):
    """One thing told to one person. ``about`` names what it is about, by which it is muted: "project:12".

    ``key`` makes telling idempotent: the same key is told the same person once.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=40)
    title = models.CharField(max_length=250)
    reason = models.CharField(max_length=250, help_text="why this person is told")
    title_in_mail = models.CharField(
        max_length=250, blank=True, default="", help_text="in the language of the mail; empty: as on pages"
    )
    reason_in_mail = models.CharField(max_length=250, blank=True, default="")
    path = models.CharField(max_length=300, help_text="where to go")
    secret_path = models.CharField(
        max_length=600, blank=True, default="", help_text="sealed: where the mail leads instead; no page shows it"
    )
    about = models.CharField(max_length=60, blank=True)
    key = models.CharField(max_length=160)
    told_at = models.DateTimeField(default=now)
    read_at = models.DateTimeField(null=True, blank=True)
    waits_for_mail = models.BooleanField(default=True, help_text="whether it may still become part of a mail")
    mail = models.ForeignKey(Mail, null=True, blank=True, on_delete=models.PROTECT, related_name="notices")
    mailed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-told_at", "-id"]
        constraints = [models.UniqueConstraint("person", "organisation", "key", name="told_once")]
        indexes = [
            models.Index(fields=["person", "organisation", "read_at"], name="unread_notices"),
            models.Index(
                fields=["person", "organisation"], condition=models.Q(waits_for_mail=True), name="notices_to_mail"
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def kind_name(self) -> str:
        return name_of(self.kind)

    @property
    def is_a_mention(self) -> bool:
        return self.kind == MENTION


class Preference(models.Model):
    """How somebody wants to be told by mail what happens in one organisation, and when the next mail is due."""

    class How(models.TextChoices):
        NONE = "none", "No mail"
        AT_ONCE = "at_once", "At once: what comes together in one mail"
        DAILY = "daily", "Once a day, at the hour below"
        WEEKLY = "weekly", "Once a week, on the day and at the hour below"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    how = models.CharField(max_length=10, choices=How.choices, default=How.DAILY)
    hour = models.PositiveSmallIntegerField(choices=HOURS, default=8, validators=[MaxValueValidator(23)])
    weekday = models.PositiveSmallIntegerField(choices=WEEKDAYS, default=0, validators=[MaxValueValidator(6)])
    kinds_off = models.JSONField(default=list, blank=True, help_text="kinds of notices that are not mailed")
    next_mail_at = models.DateTimeField(null=True, blank=True, db_index=True, help_text="none while nothing waits")

    class Meta:
        constraints = [models.UniqueConstraint("person", "organisation", name="one_preference_per_place")]

    def __str__(self) -> str:
        return f"{self.person}, {self.organisation}: {self.get_how_display()}"


class Mute(models.Model):
    """Somebody does not want to be told about one thing, mentions of them apart."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    person = models.ForeignKey(PERSON, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=60)
    since = models.DateTimeField(default=now)

    class Meta:
        ordering = ["about"]
        constraints = [models.UniqueConstraint("person", "organisation", "about", name="muted_once")]
        indexes = [models.Index(fields=["organisation", "about"], name="mutes_of_thing")]

    def __str__(self) -> str:
        return f"{self.person} mutes {self.about}"
