"""Deeds about a project under its standard."""

from plumbline.office.governance.actions.appointments import appoint, end_appointment
from plumbline.office.governance.actions.following import (
    decide_migration,
    migrate,
    migrate_those_whose_stay_is_over,
)
from plumbline.office.governance.actions.tailoring import (
    decide_tailoring,
    end_tailoring,
    may_decide,
    request_size_class,
    request_tailoring,
    who_decides,
)
from plumbline.office.governance.actions.waivers import decide_waiver, end_waiver, request_waiver

__all__ = [
    "appoint",
    "decide_migration",
    "decide_tailoring",
    "decide_waiver",
    "end_appointment",
    "end_tailoring",
    "end_waiver",
    "may_decide",
    "migrate",
    "migrate_those_whose_stay_is_over",
    "request_size_class",
    "request_tailoring",
    "request_waiver",
    "who_decides",
]
