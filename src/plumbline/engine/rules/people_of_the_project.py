"""The people whom a project counts on, for rules that ask about them; or why nothing can be said."""

from __future__ import annotations

from plumbline.engine.capacity import CapacityFacts
from plumbline.engine.facts import ProjectFacts
from plumbline.engine.rules.rule import Count, not_assessable

NO_CAPACITY = not_assessable(
    "Nothing is known of the time that people have, or the plan asks nobody for anything. "
    "Keep people on the page Capacity, and assign resources with their hours in the plan."
)
NOBODY_KNOWN = not_assessable(
    "No name in the plan is matched with a person whose time is known. Say on the page Names in plans who is meant."
)


def known_people(facts: ProjectFacts) -> CapacityFacts | Count:
    """What is known, or the count that says that nothing is."""
    if facts.capacity is None:
        return NO_CAPACITY
    return facts.capacity if facts.capacity.people else NOBODY_KNOWN
