"""Deeds about stakeholders and what is communicated to them."""

from plumbline.office.stakeholders.actions.communications import (
    change_communication,
    end_communication,
    hold_communication,
    plan_communication,
)
from plumbline.office.stakeholders.actions.sharing import change_stakeholder, merge_stakeholders
from plumbline.office.stakeholders.actions.stakes import add_stake, change_stake, confirm_stake, end_stake, log_contact
from plumbline.office.stakeholders.actions.telling import tell_what_is_overdue

__all__ = [
    "add_stake",
    "change_communication",
    "change_stake",
    "change_stakeholder",
    "confirm_stake",
    "end_communication",
    "end_stake",
    "hold_communication",
    "log_contact",
    "merge_stakeholders",
    "plan_communication",
    "tell_what_is_overdue",
]
