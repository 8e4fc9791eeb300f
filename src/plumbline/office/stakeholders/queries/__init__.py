"""Questions about stakeholders and what is communicated to them."""

from plumbline.office.stakeholders.queries.communication_page import (
    communication,
    communication_lines,
    communication_page,
)
from plumbline.office.stakeholders.queries.evidence import stakeholder_facts
from plumbline.office.stakeholders.queries.register_page import register_lines, register_page
from plumbline.office.stakeholders.queries.shared import alike, known_names, shared_lines, shared_page, stakeholder
from plumbline.office.stakeholders.queries.stake_page import stake, stake_page

__all__ = [
    "alike",
    "communication",
    "communication_lines",
    "communication_page",
    "known_names",
    "register_lines",
    "register_page",
    "shared_lines",
    "shared_page",
    "stake",
    "stake_page",
    "stakeholder",
    "stakeholder_facts",
]
