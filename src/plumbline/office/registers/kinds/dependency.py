"""Dependencies: what one project needs from another."""

from plumbline.office.registers.kinds.register_kind import Column, RegisterKind
from plumbline.office.registers.models import Kind, State

KIND = RegisterKind(
    kind=Kind.DEPENDENCY,
    plural="Dependencies",
    lead="What one project needs from another, by when. It stands in the registers of both, and holds once both have "
    "agreed.",
    columns=(
        Column(name="title", label="What is needed", help="What is handed over, as a noun.", required=True),
        Column(
            name="other_project",
            label="From project",
            help="Its manager agrees or refuses.",
            listed=True,
            fast=True,
        ),
        Column(name="description", label="What it has to be like to be of use"),
        Column(name="owner", label="Owner", help="Who waits for it here.", listed=True),
        Column(name="due_on", label="Needed by", listed=True, fast=True),
        Column(name="impact", label="Impact if it is late", help="1 hardly felt to 5 the project in doubt."),
        Column(name="outside_party", label="Outside party", help="Where it comes from no project of the organisation."),
        Column(name="response", label="What is done if it is late"),
    ),
    states={
        State.OPEN: "Not agreed yet",
        State.AGREED: "Agreed by both",
        State.DONE: "Delivered",
        State.REFUSED: "Refused",
        State.DROPPED: "No longer needed",
    },
    by_deed=(State.AGREED, State.REFUSED),
    due="Needed by",
)
