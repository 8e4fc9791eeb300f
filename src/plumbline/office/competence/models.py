"""What was said of people's competencies, and what they entered to show them. Both are only ever added."""

from __future__ import annotations

from django.core.validators import MaxValueValidator
from django.db import models

from plumbline.engine.competence import HIGHEST, SCALE
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
