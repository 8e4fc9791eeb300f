"""What a person saw of a criterion, and what was taken back of it. Rows of both are only ever added."""

from __future__ import annotations

from django.db import models

from plumbline.office.acceptance.models import Criterion, CriterionText, Method
from plumbline.office.artefacts.models import KeptFile
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person


class Verdict(models.TextChoices):
    PASSED = "passed", "Passed"
    FAILED = "failed", "Failed"


class ManualEvidence(models.Model):
    """Somebody looked, and says whether the criterion is met. The last one that is not withdrawn counts.

    ``text`` is what the criterion said when it was entered. ``looked_at`` is the moment that counts of the day
    ``looked_on``: its end where the day is over, else when it was entered.
    """

    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="manual_evidence")
    number = models.PositiveIntegerField(help_text="counted within the criterion, from 1")
    text = models.ForeignKey(CriterionText, on_delete=models.PROTECT, related_name="manual_evidence")
    method = models.CharField(max_length=14, choices=Method.choices)
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    subject = models.CharField(max_length=500, help_text="what was looked at")
    looked_on = models.DateField()
    looked_at = models.DateTimeField()
    revision = models.CharField(max_length=120, blank=True, help_text="revision or version of what was looked at")
    note = models.CharField(max_length=2000, blank=True)
    file = models.ForeignKey(KeptFile, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    filename = models.CharField(max_length=140, blank=True)
    media_type = models.CharField(max_length=100, blank=True)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["criterion", "-looked_at", "-number"]
        constraints = [
            models.UniqueConstraint("criterion", "number", name="manual_evidence_number_once"),
            models.CheckConstraint(
                condition=models.Q(file=None, filename="") | (models.Q(file__isnull=False) & ~models.Q(filename="")),
                name="manual_evidence_file_has_a_name",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.criterion.reference}, evidence {self.number}: {self.get_verdict_display()}"

    @property
    def has_passed(self) -> bool:
        return self.verdict == Verdict.PASSED


class EvidenceWithdrawal(models.Model):
    """Evidence of a person that was a mistake; it stays to be read, and counts no more."""

    evidence = models.OneToOneField(ManualEvidence, on_delete=models.PROTECT, related_name="withdrawal")
    because = models.CharField(max_length=500)
    by = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["evidence"]

    def __str__(self) -> str:
        return f"{self.evidence}, withdrawn"
