"""Changes of a project."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Changes",
    pages=(
        "registers:list?kind=change",
        "registers:add?kind=change",
        "registers:change?kind=change",
        "registers:import?kind=change",
        "registers:all?kind=change",
    ),
    expects=("rule", "artefact"),
    rules=("silent_baseline_change",),
    artefacts=("change",),
    cadences=(),
)
