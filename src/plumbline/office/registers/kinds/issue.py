"""Issues: what has happened, and hurts."""

from plumbline.office.registers.kinds.register_kind import Column, RegisterKind
from plumbline.office.registers.models import Kind, State

KIND = RegisterKind(
    kind=Kind.ISSUE,
    plural="Issues",
    lead="What has happened and has to be solved. A risk that struck is one, and leads back to where it was foreseen.",
    columns=(
        Column(name="title", label="What has happened", help="One event, as a sentence.", required=True),
        Column(name="description", label="What follows from it", help="What does not work, for whom, since when."),
        Column(name="impact", label="Impact", help="1 hardly felt to 5 the project in doubt.", listed=True, fast=True),
        Column(name="amount", label="Cost"),
        Column(name="response", label="What is done about it"),
        Column(name="owner", label="Owner", help="Who sees to it that it is solved.", listed=True, fast=True),
        Column(name="due_on", label="Solved by", listed=True, fast=True),
        Column(name="category", label="Category"),
        Column(name="outside_party", label="Outside party", help="A supplier or authority that it hangs on."),
    ),
    states={
        State.OPEN: "Open",
        State.UNDER_WAY: "Being solved",
        State.DONE: "Solved",
        State.DROPPED: "No longer matters",
    },
    due="Solved by",
    ended_by="How it was solved",
)
