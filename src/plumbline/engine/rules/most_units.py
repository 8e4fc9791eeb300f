"""How much there is of a person, machine or team, for rules that ask whether it is enough."""

from __future__ import annotations

from fractions import Fraction

from plumbline.engine.rules.populations import people_and_machines
from plumbline.engine.rules.rule import RuleSettings, not_assessable
from plumbline.engine.schedule import Resource, Schedule

UNITS_PARAMETER = ("without_max_units", "not_assessable")
UNITS_CHOICES = ("without_max_units", ("not_assessable", "one"))

NO_MAX_UNITS = not_assessable(
    "The plan does not say how much there is of any resource, so a person cannot be told from a team. "
    "Enter the most units of each resource in the planning tool and deliver the plan again."
)


def units_are_unknown(schedule: Schedule, settings: RuleSettings) -> bool:
    """Whether the plan is silent on all of them, and the standard does not take each as one."""
    silent = all(each.max_units is None for each in people_and_machines(schedule))
    return silent and settings.choice("without_max_units") == "not_assessable"


def most_units(resource: Resource) -> Fraction:
    """One where the plan does not say."""
    return Fraction(1) if resource.max_units is None else Fraction(str(resource.max_units))
