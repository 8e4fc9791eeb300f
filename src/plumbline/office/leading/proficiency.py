"""The levels of proficiency of a project manager: the one place that names them."""

from __future__ import annotations

from django.db import models


class Proficiency(models.IntegerChoices):
    NOVICE = 1, "Novice"
    ADVANCED_BEGINNER = 2, "Advanced beginner"
    COMPETENT = 3, "Competent"
    PROFICIENT = 4, "Proficient"
    EXPERT = 5, "Expert"
