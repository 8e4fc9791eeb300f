"""Issues of a project."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Issues",
    pages=(
        "registers:list?kind=issue",
        "registers:add?kind=issue",
        "registers:change?kind=issue",
        "registers:import?kind=issue",
        "registers:all?kind=issue",
    ),
    expects=("rule", "artefact"),
    rules=("overdue_actions",),
    artefacts=("issue", "impediment"),
    cadences=(),
)
