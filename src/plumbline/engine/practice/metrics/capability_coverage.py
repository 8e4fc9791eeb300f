"""How many roles are filled by people who can do what they ask."""

from plumbline.engine.practice.facts import PracticeFacts
from plumbline.engine.practice.practice_metric import Item, PracticeMetric, Reading, not_kept, share_of

METRIC = PracticeMetric(
    id="K17",
    title="Capability coverage",
    question="Are the roles held by people who can fill them?",
    formula="Roles filled by somebody at the required level of every competency, of all roles.",
)


def calculate(facts: PracticeFacts) -> Reading:
    """Percent of ``office.roles``."""
    roles = facts.office.roles
    if roles is None:
        return not_kept("levels of proficiency")
    return share_of((Item("", "Role", each) for each in roles), "No role is asked for yet.")
