"""Pages about stakeholders and what is communicated to them."""

from plumbline.office.stakeholders.views.communication import change_line, communication, communication_file, end, hold
from plumbline.office.stakeholders.views.register import register, register_file
from plumbline.office.stakeholders.views.shared import merge, shared, shared_file, stakeholder
from plumbline.office.stakeholders.views.stakes import edit, remove, stake, still_so

__all__ = [
    "change_line",
    "communication",
    "communication_file",
    "edit",
    "end",
    "hold",
    "merge",
    "register",
    "register_file",
    "remove",
    "shared",
    "shared_file",
    "stake",
    "stakeholder",
    "still_so",
]
