"""Assumptions of a project."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Assumptions",
    pages=(
        "registers:list?kind=assumption",
        "registers:add?kind=assumption",
        "registers:change?kind=assumption",
        "registers:import?kind=assumption",
        "registers:all?kind=assumption",
    ),
    expects=("artefact",),
    rules=(),
    artefacts=("scope", "risk", "business_case"),
    cadences=(),
)
