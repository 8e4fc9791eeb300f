"""Actions: what somebody has promised to do."""

from plumbline.office.registers.kinds.register_kind import Column, RegisterKind
from plumbline.office.registers.models import Kind, State

KIND = RegisterKind(
    kind=Kind.ACTION,
    plural="Actions",
    lead="What somebody has promised to do, by when.",
    columns=(
        Column(name="title", label="What is to be done", help="Begin with a verb.", required=True),
        Column(name="description", label="Description"),
        Column(name="owner", label="Owner", help="Who does it.", listed=True, fast=True),
        Column(name="due_on", label="Done by", listed=True, fast=True),
        Column(name="response", label="What came of it"),
        Column(name="category", label="Category"),
    ),
    states={
        State.OPEN: "Open",
        State.UNDER_WAY: "Under way",
        State.DONE: "Done",
        State.DROPPED: "Dropped",
    },
    due="Done by",
    ended_by="What came of it",
)
