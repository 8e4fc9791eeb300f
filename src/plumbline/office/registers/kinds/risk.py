"""Risks: what might happen, and would hurt."""

from plumbline.office.registers.kinds.register_kind import Column, RegisterKind
from plumbline.office.registers.models import Kind, State

KIND = RegisterKind(
    kind=Kind.RISK,
    plural="Risks",
    lead="What might happen, and would hurt if it did. Each has somebody who watches it, and is looked at on its day.",
    columns=(
        Column(
            name="title",
            label="What might happen",
            help="One event, as a sentence: The supplier delivers late.",
            required=True,
        ),
        Column(
            name="description", label="Cause and effect", help="Why it might happen, and what would follow from it."
        ),
        Column(
            name="probability",
            label="Probability",
            help="1 hardly (10 %), 2 unlikely (30 %), 3 half and half (50 %), 4 likely (70 %), 5 nearly sure (90 %).",
            listed=True,
            fast=True,
        ),
        Column(
            name="impact",
            label="Impact",
            help="1 hardly felt, 2 noticed, 3 a promise in doubt, 4 a promise broken, 5 the project in doubt.",
            listed=True,
            fast=True,
        ),
        Column(name="amount", label="Cost if it strikes", help="The exposure is its share by probability."),
        Column(name="response", label="Response", help="What is done so that it does not happen, or hurts less."),
        Column(name="owner", label="Owner", help="Who watches it and sees to the response.", listed=True, fast=True),
        Column(name="due_on", label="Look at it again on", listed=True, fast=True),
        Column(name="category", label="Category", help="For example supplier, weather, law."),
        Column(name="outside_party", label="Outside party", help="A supplier or authority that it hangs on."),
    ),
    states={
        State.OPEN: "Open",
        State.UNDER_WAY: "Being treated",
        State.DONE: "Struck",
        State.REFUSED: "Accepted",
        State.DROPPED: "Passed",
    },
    by_deed=(State.DONE,),
    due="Look at it again on",
    overdue="Not looked at in time",
    ended_by="Why nobody has to watch it any more",
    order="-score",
)
