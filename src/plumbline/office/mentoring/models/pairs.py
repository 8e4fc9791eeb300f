"""A mentor and a mentee."""

from __future__ import annotations

from typing import Any

from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.mentoring.models.programmes import MentoringProgramme
from plumbline.office.people.models import Organisation, Person


class Pair(models.Model):
    """Proposed to both; it begins when both have said yes. Who said no is kept nowhere."""

    class State(models.TextChoices):
        PROPOSED = "proposed", "Proposed"
        RUNNING = "running", "Running"
        CLOSED = "closed", "Closed"
        GONE = "gone", "No longer proposed"

    ACTIVE = (State.PROPOSED, State.RUNNING)
    BEGUN = (State.RUNNING, State.CLOSED)

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="mentoring_pairs")
    programme = models.ForeignKey(MentoringProgramme, on_delete=models.PROTECT, related_name="pairs")
    mentor = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="pairs_as_mentor")
    mentee = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="pairs_as_mentee")
    reasons: Any = models.JSONField(default=list, blank=True)
    against: Any = models.JSONField(default=list, blank=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.PROPOSED)
    proposed_at = models.DateTimeField(default=now)
    mentor_agreed_at = models.DateTimeField(null=True, blank=True)
    mentee_agreed_at = models.DateTimeField(null=True, blank=True)
    began_on = models.DateField(null=True, blank=True)
    ended_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["-proposed_at", "-id"]
        constraints = [
            models.UniqueConstraint(
                "programme",
                "mentee",
                condition=models.Q(state__in=("proposed", "running")),
                name="one_mentor_at_a_time",
            ),
            models.CheckConstraint(condition=~models.Q(mentor=models.F("mentee")), name="mentoring_takes_two"),
        ]
        indexes = [models.Index(fields=["organisation", "state"])]

    def __str__(self) -> str:
        return f"{self.mentor} as mentor of {self.mentee}"

    @property
    def is_running(self) -> bool:
        return self.state == self.State.RUNNING

    @property
    def is_closed(self) -> bool:
        return self.state == self.State.CLOSED

    @property
    def is_proposed(self) -> bool:
        return self.state == self.State.PROPOSED

    def is_of(self, person_id: int) -> bool:
        return person_id in (self.mentor_id, self.mentee_id)

    def other(self, person: Person) -> Person:
        return self.mentee if person.pk == self.mentor_id else self.mentor

    def agreed_field(self, person: Person) -> str:
        """Where it stands that one of the two has agreed."""
        return "mentor_agreed_at" if person.pk == self.mentor_id else "mentee_agreed_at"

    def has_agreed(self, person: Person) -> bool:
        return getattr(self, self.agreed_field(person)) is not None
