"""Which role may do what: the one table to read, and the only one to change."""

from __future__ import annotations

from django.db import models


class Role(models.TextChoices):
    EXECUTIVE = "executive", "Executive"
    PMO_MANAGER = "pmo_manager", "PMO manager"
    PMO_STAFF = "pmo_staff", "PMO staff"
    PROJECT_MANAGER = "project_manager", "Project manager"
    TEAM_MEMBER = "team_member", "Team member"
    GUEST = "guest", "Guest"
