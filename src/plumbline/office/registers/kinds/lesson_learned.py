"""Lessons learned: what others should know before they begin."""

from plumbline.office.registers.kinds.register_kind import Column, RegisterKind
from plumbline.office.registers.models import Kind, State

KIND = RegisterKind(
    kind=Kind.LESSON,
    plural="Lessons learned",
    lead="What others should know before they begin. Everybody finds them; they are offered at gates and to requests.",
    columns=(
        Column(
            name="title", label="What was learned", help="As advice: Order the cable before the ducts.", required=True
        ),
        Column(name="description", label="What happened", help="So that others can tell whether it concerns them."),
        Column(name="response", label="What to do another time"),
        Column(name="category", label="Theme", help="For example supplier, testing, permits.", listed=True, fast=True),
        Column(name="owner", label="Whom to ask", listed=True, fast=True),
        Column(name="outside_party", label="Outside party"),
    ),
    states={State.OPEN: "Holds", State.DROPPED: "Out of date"},
    ended_by="Why it does not hold any more",
    order="-raised_at",
)
