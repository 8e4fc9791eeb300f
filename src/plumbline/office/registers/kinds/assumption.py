"""Assumptions: what the plan takes for granted."""

from plumbline.office.registers.kinds.register_kind import Column, RegisterKind
from plumbline.office.registers.models import Kind, State

KIND = RegisterKind(
    kind=Kind.ASSUMPTION,
    plural="Assumptions",
    lead="What the plan takes for granted without knowing it. Each is tested by its day, before it turns out wrong.",
    columns=(
        Column(name="title", label="What is taken for granted", help="As a sentence that may be wrong.", required=True),
        Column(name="description", label="What hangs on it"),
        Column(name="impact", label="Impact if wrong", help="1 hardly felt to 5 the project in doubt.", listed=True),
        Column(name="response", label="How it is tested"),
        Column(name="owner", label="Owner", help="Who tests it.", listed=True, fast=True),
        Column(name="due_on", label="Tested by", listed=True, fast=True),
        Column(name="category", label="Category"),
    ),
    states={
        State.OPEN: "Untested",
        State.UNDER_WAY: "Being tested",
        State.DONE: "Confirmed",
        State.REFUSED: "Proved wrong",
        State.DROPPED: "No longer matters",
    },
    due="Tested by",
    ended_by="How that is known",
)
