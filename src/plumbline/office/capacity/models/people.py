"""Who does the work, with what they can do and when they are there."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models
from django.db.models.functions import Lower

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.handed_in import HandedInTable
from plumbline.office.foundation.sealed import place, sealed, words_in
from plumbline.office.people.models import Organisation, Unit

PERSON = settings.AUTH_USER_MODEL
NAME, KEY = 160, 63
WHOLE = MaxValueValidator(100, "Choose 100 at most.")
SOME = MinValueValidator(1, "Choose 1 at least.")


class WorkingPattern(models.Model):
    """A working week that differs from the organisation's; its holidays hold all the same."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="working_patterns")
    name = models.CharField(max_length=NAME)
    windows = models.JSONField(help_text="seven days, Monday first: lists of [from, to] in minutes after midnight")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("name"),
                name="working_pattern_once",
                violation_error_message="There is a working pattern of this name.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Ability(models.Model):
    """A role that work asks for, or a skill. ``key`` is that of the standard where it is one of the standard's."""

    class Kind(models.TextChoices):
        ROLE = "role", "Role"
        SKILL = "skill", "Skill"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="abilities")
    kind = models.CharField(max_length=5, choices=Kind.choices, default=Kind.ROLE)
    name = models.CharField(max_length=NAME)
    key = models.CharField(max_length=KEY, blank=True, help_text="in the standard; empty: the organisation's own")
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["kind", "name"]
        verbose_name_plural = "abilities"
        constraints = [
            models.UniqueConstraint(
                "organisation",
                "kind",
                Lower("name"),
                name="ability_once",
                violation_error_message="There is one of this name already.",
            )
        ]

    def __str__(self) -> str:
        return self.name


class Pool(models.Model):
    """People whom one resource owner answers for: gives them to projects, and knows when they are away."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="pools")
    name = models.CharField(max_length=NAME)
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="pools")
    owner = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="owned_pools")
    deputy = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["name"]
        constraints = [
            models.UniqueConstraint(
                "organisation",
                Lower("name"),
                name="pool_once",
                violation_error_message="There is a pool of this name.",
            )
        ]

    def __str__(self) -> str:
        return self.name

    def is_owned_by(self, person: Any) -> bool:
        return person.pk in (self.owner_id, self.deputy_id)


class ResourcePerson(models.Model):
    """Somebody who works in projects: a person of the organisation, or somebody without an account."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="resource_people")
    name = models.CharField(max_length=NAME)
    person = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="as_resource")
    unit = models.ForeignKey(Unit, null=True, blank=True, on_delete=models.PROTECT, related_name="resource_people")
    pool = models.ForeignKey(Pool, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    role = models.ForeignKey(Ability, null=True, blank=True, on_delete=models.PROTECT, related_name="in_role")
    pattern = models.ForeignKey(WorkingPattern, null=True, blank=True, on_delete=models.PROTECT, related_name="people")
    first_day = models.DateField(null=True, blank=True)
    last_day = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["name", "id"]
        verbose_name_plural = "resource people"
        constraints = [
            models.UniqueConstraint(
                fields=["organisation", "person"],
                name="resource_person_once",
                violation_error_message="This person is in the list already.",
            ),
            models.CheckConstraint(
                condition=models.Q(first_day=None)
                | models.Q(last_day=None)
                | models.Q(last_day__gte=models.F("first_day")),
                name="resource_person_days_in_order",
                violation_error_message="The last day lies before the first one.",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class HeldAbility(models.Model):
    """A role or skill that somebody has besides their own role."""

    person = models.ForeignKey(ResourcePerson, on_delete=models.PROTECT, related_name="held_abilities")
    ability = models.ForeignKey(Ability, on_delete=models.PROTECT, related_name="held_by")

    class Meta:
        ordering = ["ability__name"]
        verbose_name_plural = "held abilities"
        constraints = [models.UniqueConstraint(fields=["person", "ability"], name="ability_held_once")]

    def __str__(self) -> str:
        return f"{self.person}: {self.ability}"


class WorkingShare(models.Model):
    """How much of full time somebody works from a day on. Only ever added; of one day the latest counts."""

    person = models.ForeignKey(ResourcePerson, on_delete=models.PROTECT, related_name="shares")
    percent = models.PositiveSmallIntegerField(validators=[WHOLE])
    from_on = models.DateField()
    by = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["from_on", "id"]

    def __str__(self) -> str:
        return f"{self.percent} % from {self.from_on}"


class Leave(models.Model):
    """Days on which somebody is away. Why is kept sealed: for them and their resource owner, and for nobody else."""

    person = models.ForeignKey(ResourcePerson, on_delete=models.PROTECT, related_name="leave")
    first = models.DateField()
    last = models.DateField()
    percent = models.PositiveSmallIntegerField(default=100, validators=[SOME, WHOLE])
    reason = models.CharField(max_length=2000, blank=True, help_text="sealed")
    by = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["first", "id"]
        verbose_name_plural = "leave"
        constraints = [
            models.CheckConstraint(
                condition=models.Q(last__gte=models.F("first")),
                name="leave_days_in_order",
                violation_error_message="The last day lies before the first one.",
            )
        ]

    def __str__(self) -> str:
        return f"{self.person} is away from {self.first} to {self.last}"

    @property
    def why(self) -> str:
        """In words, for whoever may know."""
        return words_in(self.reason, place(self, "reason", self.at)) or ""

    def seal(self, words: str) -> None:
        self.reason = sealed(words.strip(), place(self, "reason", self.at))


class LineWork(models.Model):
    """What somebody does beside projects, as a share of the time in which they are there."""

    person = models.ForeignKey(ResourcePerson, on_delete=models.PROTECT, related_name="line_work")
    title = models.CharField(max_length=NAME)
    percent = models.PositiveSmallIntegerField(validators=[SOME, WHOLE])
    first = models.DateField()
    last = models.DateField(null=True, blank=True)
    by = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["first", "id"]
        verbose_name_plural = "line work"

    def __str__(self) -> str:
        return f"{self.title}, {self.percent} %"


class LeaveTable(HandedInTable):
    """A file with leave, kept until it is taken up or another is handed in."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey(PERSON, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
