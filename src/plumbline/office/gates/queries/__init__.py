"""Questions about gates."""

from plumbline.office.gates.queries.calendar import calendar
from plumbline.office.gates.queries.checklist import checklist, gather
from plumbline.office.gates.queries.conditions import condition, conditions, may_close
from plumbline.office.gates.queries.decisions import decision, decisions_of, gate_of, position_of
from plumbline.office.gates.queries.due_next import where_it_stands
from plumbline.office.gates.queries.pack import pack
from plumbline.office.gates.queries.reviews import parts_of, review, reviews_of, said_in, situation_of

__all__ = [
    "calendar",
    "checklist",
    "condition",
    "conditions",
    "decision",
    "decisions_of",
    "gate_of",
    "gather",
    "may_close",
    "pack",
    "parts_of",
    "position_of",
    "review",
    "reviews_of",
    "said_in",
    "situation_of",
    "where_it_stands",
]
