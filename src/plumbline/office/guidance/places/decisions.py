"""Decisions of a project."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Decisions",
    pages=(
        "registers:list?kind=decision",
        "registers:add?kind=decision",
        "registers:change?kind=decision",
        "registers:import?kind=decision",
        "registers:all?kind=decision",
    ),
    expects=("rule", "artefact"),
    rules=("decisions_overdue",),
    artefacts=("decision",),
    cadences=(),
)
