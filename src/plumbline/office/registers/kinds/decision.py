"""Decisions: what somebody above the project has to settle."""

from plumbline.office.registers.kinds.register_kind import Column, RegisterKind
from plumbline.office.registers.models import Kind, State

KIND = RegisterKind(
    kind=Kind.DECISION,
    plural="Decisions",
    lead="What has to be decided: by whom, by when, and what each week without it costs.",
    columns=(
        Column(name="title", label="What has to be decided", help="As a question that can be answered.", required=True),
        Column(name="description", label="Options and recommendation"),
        Column(name="decider", label="Decider", help="Who has to decide.", listed=True, fast=True),
        Column(name="due_on", label="Needed by", listed=True, fast=True),
        Column(
            name="amount",
            label="Cost of each week without it",
            help="People who wait, prices that rise, fees.",
            listed=True,
            fast=True,
        ),
        Column(name="response", label="The decision in words"),
        Column(name="owner", label="Owner", help="Who prepares it.", listed=True),
        Column(name="category", label="Category"),
        Column(name="outside_party", label="Outside party", help="A supplier or authority that it hangs on."),
    ),
    states={
        State.OPEN: "Waits for a decision",
        State.UNDER_WAY: "Being prepared",
        State.DONE: "Decided",
        State.DROPPED: "No longer needed",
    },
    by_deed=(State.DONE,),
    due="Needed by",
    overdue="Decision overdue",
    ended_by="Why nobody has to decide it any more",
)
