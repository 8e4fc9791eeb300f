"""The pages of a project under its standard."""

from plumbline.office.governance.views.appointments import end_appointment, roles
from plumbline.office.governance.views.standard import (
    end_tailoring,
    move,
    size_class,
    standard,
    tailor,
    tailoring,
)
from plumbline.office.governance.views.waivers import ask, asked, end, waiver, waivers

__all__ = [
    "ask",
    "asked",
    "end",
    "end_appointment",
    "end_tailoring",
    "move",
    "roles",
    "size_class",
    "standard",
    "tailor",
    "tailoring",
    "waiver",
    "waivers",
]
