"""What somebody learnt elsewhere, as a file from there says. It earns no certificate here."""

from __future__ import annotations

from django.conf import settings
from django.db import models

from plumbline.office.academy.models.learning import NAME
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation


class ElsewhereFile(models.Model):
    """A file that was handed in: kept until its results are taken in, so that one sees them first."""

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    source = models.CharField(max_length=80, help_text="where it comes from, as it is shown")
    content = models.BinaryField()
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)
    done_at = models.DateTimeField(null=True, blank=True)
    added = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return self.name


class ElsewhereResult(models.Model):
    """One result from elsewhere. Never changed; ``key`` tells the same result, however often it is handed in.

    ``course`` and ``lesson`` are names of the standard's, where ``about`` is one of them.
    """

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="elsewhere_results")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="elsewhere_results")
    file = models.ForeignKey(ElsewhereFile, on_delete=models.PROTECT, related_name="results")
    source = models.CharField(max_length=80)
    about = models.CharField(max_length=200, help_text="the course or lesson, as the file calls it")
    course = models.CharField(max_length=NAME, blank=True)
    lesson = models.CharField(max_length=NAME, blank=True)
    on = models.DateField()
    percent = models.FloatField(null=True, blank=True)
    passed = models.BooleanField(null=True, blank=True)
    key = models.CharField(max_length=64)
    added_at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-on", "-id"]
        constraints = [models.UniqueConstraint("organisation", "key", name="one_result_from_elsewhere")]
        indexes = [models.Index(fields=["organisation", "person"], name="results_from_elsewhere")]

    def __str__(self) -> str:
        return f"{self.about}: {self.person}"
