"""What was said of people's competencies and what shows them, what is asked, and how far apart people were.

All of it is only ever added.
"""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models

from plumbline.engine.competence import HIGHEST, SCALE, apart_words, below_words, mean_words
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person

NAME = 63
"""The longest name of a competency; competencies are files of the standard and have no rows."""
LEVELS = [(level, f"{level} {words.title}: {words.means}") for level, words in enumerate(SCALE)]


class CompetencyAssessment(models.Model):
    """Somebody says at which level a person is in one competency. Never changed: the next one stands beside it."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="competency_assessments")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="competency_assessments")
    competency = models.CharField(max_length=NAME)
    level = models.PositiveSmallIntegerField(choices=LEVELS, validators=[MaxValueValidator(HIGHEST)])
    note = models.CharField(max_length=500, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    said_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["on", "id"]
        indexes = [models.Index(fields=["organisation", "person", "on"], name="assessments_by_person")]

    def __str__(self) -> str:
        return f"{self.competency}: {self.level}"

    @property
    def is_by_oneself(self) -> bool:
        return self.by_id == self.person_id


class EnteredEvidence(models.Model):
    """What shows a competency and is known to no other part of the system. ``on`` is when it was so."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="entered_evidence")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="entered_evidence")
    competency = models.CharField(max_length=NAME)
    what = models.CharField(max_length=300)
    on = models.DateField()
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    entered_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-on", "-id"]

    def __str__(self) -> str:
        return self.what


class RequiredLevels(models.Model):
    """What an organisation asks of a role in place of its standard. The latest of a role counts, all of it.

    ``levels``: by competency one level for each class of projects, from the smallest on; ``null`` where the standard's
    counts, and nothing at all where it counts for everything.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="required_levels")
    role = models.CharField(max_length=NAME)
    levels = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"What is asked of {self.role}"


class ParityMonth(models.Model):
    """The end of a month for which was seen of which competencies a figure can be given."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="parity_months")
    ends_on = models.DateField()
    closed_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-ends_on"]
        constraints = [models.UniqueConstraint("organisation", "ends_on", name="one_parity_of_a_month")]

    def __str__(self) -> str:
        return f"Parity at the end of {self.ends_on:%B %Y}"


class ParityFigure(models.Model):
    """What may be shown of one competency at the end of a month, as coarse as it is shown, and of nobody by name.

    ``before`` and ``after`` are the mean differences of the same people at ``since``, when the figure before was given,
    and at the end of this month; empty where a few came or went between.
    """

    month = models.ForeignKey(ParityMonth, on_delete=models.PROTECT, related_name="figures")
    competency = models.CharField(max_length=NAME)
    required = models.PositiveSmallIntegerField()
    people = models.PositiveIntegerField()
    below = models.PositiveIntegerField(help_text="1 for one or none, all but one for all or all but one")
    mean = models.FloatField()
    difference = models.FloatField(help_text="mean difference of two people, in levels")
    since = models.DateField(null=True, blank=True)
    before = models.FloatField(null=True, blank=True)
    after = models.FloatField(null=True, blank=True)

    class Meta:
        ordering = ["month", "pk"]
        constraints = [models.UniqueConstraint("month", "competency", name="one_parity_of_a_competency")]

    def __str__(self) -> str:
        return f"{self.competency}: {self.difference}"

    @property
    def below_words(self) -> str:
        return below_words(self.below, self.people)

    @property
    def mean_words(self) -> str:
        return mean_words(self.mean)

    @property
    def apart_words(self) -> str:
        return apart_words(self.difference)
