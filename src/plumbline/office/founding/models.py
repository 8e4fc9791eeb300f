"""How the organisation works, each time that somebody said so; and a set-up that is under way."""

from __future__ import annotations

from django.conf import settings
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db import models

from plumbline.engine.culture import Culture
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation


class CultureProfile(models.Model):
    """Rows are only added: the last one counts. ``overruled`` holds, by key, a value and its reason."""

    class Decisions(models.TextChoices):
        TOP_DOWN = "top_down", "From the top"
        CONSENSUS = "consensus", "Together, until most agree"
        DELEGATED = "delegated", "Where the work is done"

    class Formality(models.TextChoices):
        LIGHT = "light", "Light: few rules"
        MODERATE = "moderate", "Moderate: rules where they help"
        STRICT = "strict", "Strict: written and kept"

    class Appetite(models.TextChoices):
        AVERSE = "averse", "Averse: no surprises"
        BALANCED = "balanced", "Balanced"
        SEEKING = "seeking", "Seeking: who dares wins"

    class Sector(models.TextChoices):
        BUSINESS = "business", "Business"
        GOVERNMENT = "government", "Government agency"
        NON_PROFIT = "non_profit", "Non-profit"

    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="culture_profiles")
    decisions = models.CharField(max_length=12, choices=Decisions.choices, default=Decisions.CONSENSUS)
    formality = models.CharField(max_length=12, choices=Formality.choices, default=Formality.MODERATE)
    appetite = models.CharField(max_length=12, choices=Appetite.choices, default=Appetite.BALANCED)
    agile_share = models.PositiveSmallIntegerField(default=20, validators=[MaxValueValidator(100)])
    sector = models.CharField(max_length=12, choices=Sector.choices, default=Sector.BUSINESS)
    projects_a_year = models.PositiveIntegerField(default=20, validators=[MaxValueValidator(100_000)])
    maturity = models.PositiveSmallIntegerField(default=2, validators=[MinValueValidator(1), MaxValueValidator(5)])
    overruled = models.JSONField(default=dict, blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=now)

    class Meta:
        ordering = ["-at", "-id"]

    def __str__(self) -> str:
        return f"Culture of {self.organisation}"

    @property
    def culture(self) -> Culture:
        return Culture(**{name: type(default)(getattr(self, name)) for name, default in _DEFAULTS.items()})


_DEFAULTS = {name: getattr(Culture(), name) for name in Culture.__dataclass_fields__}


class Founding(models.Model):
    """One for each organisation: what was answered so far, by step. Nothing of it counts before the last step."""

    organisation = models.OneToOneField(Organisation, on_delete=models.PROTECT, related_name="founding")
    answers = models.JSONField(default=dict, blank=True)
    begun_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    begun_at = models.DateTimeField(default=now)
    changed_at = models.DateTimeField(default=now)
    finished_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"Set-up of {self.organisation}"
