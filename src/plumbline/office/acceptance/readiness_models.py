"""What people answered to the points of ready and done that no program can see. Answers are only ever added."""

from __future__ import annotations

from django.db import models

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person

REMARK = 500


class Definition(models.TextChoices):
    READY = "ready", "Ready"
    DONE = "done", "Done"


class ReadinessAnswer(models.Model):
    """Somebody's yes or no to one point, in the words in which it was asked. The last one counts."""

    deliverable = models.ForeignKey("acceptance.Deliverable", on_delete=models.PROTECT, related_name="answers")
    definition = models.CharField(max_length=8, choices=Definition.choices)
    point = models.CharField(max_length=63, help_text="the name of the point in the standard")
    question = models.CharField(max_length=200)
    yes = models.BooleanField()
    remark = models.CharField(max_length=REMARK, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["deliverable", "id"]

    def __str__(self) -> str:
        return f"{self.question} {'Yes' if self.yes else 'No'}"
