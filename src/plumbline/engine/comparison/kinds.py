"""What a change is about, how it came about, what looks wrong about it, and what can move a finish."""

from __future__ import annotations

from enum import StrEnum


class ChangeKind(StrEnum):
    """The groups that changes are shown and filtered by."""

    ACTIVITIES = "activities"
    DURATIONS = "durations"
    LINKS = "links"
    CONSTRAINTS = "constraints"
    CALENDARS = "calendars"
    PROGRESS = "progress"
    ACTUAL_DATES = "actual-dates"
    BASELINE = "baseline"
    RESOURCES = "resources"
    BUDGET = "budget"
    PLANNED_DATES = "planned-dates"
    OUTLINE = "outline"
    DESCRIPTIONS = "descriptions"
    SETTINGS = "settings"


class How(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


class Thing(StrEnum):
    """What in the plan is not what it was."""

    ACTIVITY = "activity"
    LINK = "link"
    CALENDAR = "calendar"
    RESOURCE = "resource"
    ASSIGNMENT = "assignment"
    PLAN = "plan"


class SuspicionKind(StrEnum):
    """Changes that make a plan look better than it is."""

    DATA_DATE_BACK = "data-date-back"
    ACTUAL_DATE_REWRITTEN = "actual-date-rewritten"
    BASELINE_CHANGED = "baseline-changed"
    STARTED_OR_LATE_REMOVED = "started-or-late-removed"
    DURATION_CUT = "duration-cut"
    LAG_CUT = "lag-cut"
    CONSTRAINT_ADDED = "constraint-added"
    LATENESS_REMOVED = "lateness-removed"
    CALENDAR_LONGER = "calendar-longer"


class Cause(StrEnum):
    """The groups of changes that can move a finish, in the order in which they are applied."""

    PROGRESS = "progress"
    ADDED = "activities added"
    REMOVED = "activities removed"
    DURATIONS = "durations"
    LINKS = "links"
    CONSTRAINTS = "constraints"
    CALENDARS = "calendars"
    SETTINGS = "settings and outline"
