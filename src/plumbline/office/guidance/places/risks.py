"""Risks of a project."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Risks",
    pages=(
        "registers:list?kind=risk",
        "registers:add?kind=risk",
        "registers:change?kind=risk",
        "registers:import?kind=risk",
        "registers:all?kind=risk",
    ),
    expects=("rule", "artefact", "rhythm"),
    rules=("risk_register_not_reviewed", "risks_without_owner_or_response"),
    artefacts=("risk",),
    cadences=("risk_review",),
)
