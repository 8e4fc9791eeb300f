"""Changes: what somebody wants otherwise than it was agreed."""

from plumbline.office.registers.kinds.register_kind import Column, RegisterKind
from plumbline.office.registers.models import Kind, State

KIND = RegisterKind(
    kind=Kind.CHANGE,
    plural="Changes",
    lead="What somebody wants otherwise than it was agreed: what it does to the project, who decides, and the baseline "
    "that an approved one set.",
    columns=(
        Column(name="title", label="What is to change", help="As one sentence.", required=True),
        Column(
            name="description", label="Why, and what it does to the project", help="Scope, dates, cost, quality, risks."
        ),
        Column(name="impact", label="Impact", help="1 hardly felt to 5 another project.", listed=True),
        Column(name="amount", label="Cost of the change", help="Savings are negative.", listed=True),
        Column(name="response", label="The decision in words"),
        Column(
            name="owner",
            label="Owner",
            help="Who prepares it, and carries it out once approved.",
            listed=True,
            fast=True,
        ),
        Column(name="decider", label="Decider", help="Who has to decide.", listed=True, fast=True),
        Column(name="due_on", label="To be decided by", listed=True, fast=True),
        Column(name="category", label="Category"),
        Column(name="outside_party", label="Outside party"),
    ),
    states={
        State.OPEN: "Submitted",
        State.UNDER_WAY: "Being assessed",
        State.AGREED: "Approved",
        State.DONE: "Carried out",
        State.REFUSED: "Refused",
        State.DROPPED: "Withdrawn",
    },
    by_deed=(State.AGREED, State.REFUSED),
    due="To be decided by",
    overdue="Decision overdue",
)
