"""Organisations, units, persons and memberships."""

from __future__ import annotations

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.validators import RegexValidator
from django.db import models
from django.db.models.functions import Lower

from plumbline.office.foundation.clock import now
from plumbline.office.people.fiscal_year import MONTHS
from plumbline.office.people.roles import Role


class Language(models.TextChoices):
    """Which mail can be written in."""

    ENGLISH = "en", "English"
    GERMAN = "de", "German"


class Organisation(models.Model):
    """The tenant: nothing of one organisation is visible from another."""

    name = models.CharField(max_length=120)
    slug = models.SlugField(max_length=60, unique=True)
    time_zone = models.CharField(max_length=64, default="UTC")
    currency = models.CharField(max_length=3, default="EUR")
    fiscal_year_starts_in = models.PositiveSmallIntegerField(
        default=1, choices=list(enumerate(MONTHS, start=1)), help_text="the month"
    )
    mail_language = models.CharField(max_length=2, choices=Language.choices, default=Language.ENGLISH)
    accent = models.CharField(
        max_length=7,
        blank=True,
        validators=[RegexValidator(r"^#[0-9a-f]{6}$", "A colour as # and six digits, for example #27409f.")],
        help_text="of its band in the header; empty: that of the house",
    )
    logo_hash = models.CharField(max_length=64, blank=True, help_text="empty: there is no logo")
    created_at = models.DateTimeField(default=now)
    leaves_at = models.DateTimeField(null=True, blank=True, help_text="when it is deleted; none as a rule")

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Installation(models.Model):
    """That this installation has been set up, and when. There is at most one row, so it happens once."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    set_up_at = models.DateTimeField(default=now)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(id=1), name="one_installation")]

    def __str__(self) -> str:
        return f"set up on {self.set_up_at:%d %B %Y}"


class Logo(models.Model):
    """A PNG without anything in it but the picture."""

    organisation = models.OneToOneField(Organisation, on_delete=models.CASCADE, primary_key=True, related_name="logo")
    content = models.BinaryField()

    def __str__(self) -> str:
        return f"Logo of {self.organisation}"


class WorkingWeek(models.Model):
    """When an organisation works, if not from Monday to Friday. Hours count by its own time zone."""

    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="working_week")
    windows = models.JSONField(help_text="seven days, Monday first: lists of [from, to] in minutes after midnight")

    def __str__(self) -> str:
        return f"Working week of {self.organisation}"


class Holiday(models.Model):
    """A day on which nobody of the organisation works."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="holidays")
    on = models.DateField()
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ["on"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                "on",
                name="holiday_once",
                violation_error_message="This day is a holiday already.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.on}"


class Unit(models.Model):
    """A node of the organisation's tree: a division, a department, a team."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="units")
    parent = models.ForeignKey("self", null=True, blank=True, on_delete=models.PROTECT, related_name="children")
    name = models.CharField(max_length=120)

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                "parent",
                Lower("name"),
                name="unit_name_once_per_parent",
                violation_error_message="There is a unit of this name in the same place.",
            ),
            models.UniqueConstraint(
                "organisation",
                Lower("name"),
                condition=models.Q(parent=None),
                name="unit_name_once_at_the_top",
                violation_error_message="There is a unit of this name in the same place.",
            ),
            models.CheckConstraint(condition=~models.Q(parent=models.F("id")), name="unit_is_not_its_own_parent"),
        ]

    def __str__(self) -> str:
        return self.name


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str, password: str | None = None, **fields: object) -> Person:
        person = Person(email=email.strip().lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def get_by_natural_key(self, username: str | None) -> Person:
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Somebody who can sign in. What a person may do follows from the memberships alone."""

    email = models.EmailField(max_length=254, unique=True)
    name = models.CharField(max_length=120)
    time_zone = models.CharField(max_length=64, blank=True, help_text="empty: that of the organisation")
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=now)

    objects = PersonManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "people"
        constraints = [
            models.UniqueConstraint(
                Lower("email"),
                name="person_email_once",
                violation_error_message="Somebody has this email address already.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name.split(" ")[0]


class Membership(models.Model):
    """A person's place in one organisation."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="memberships")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=Role.choices)
    active = models.BooleanField(default=True)
    since = models.DateTimeField(default=now)

    class Meta:
        ordering = ["person__name", "id"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                "person",
                name="membership_once",
                violation_error_message="This person belongs to the organisation already.",
            ),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="membership_role_is_known"),
        ]

    def __str__(self) -> str:
        return f"{self.person} ({self.get_role_display()})"
