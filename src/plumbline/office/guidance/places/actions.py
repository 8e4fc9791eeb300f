"""Actions of a project."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Actions",
    pages=(
        "registers:list?kind=action",
        "registers:add?kind=action",
        "registers:change?kind=action",
        "registers:import?kind=action",
        "registers:all?kind=action",
    ),
    expects=("rule", "artefact"),
    rules=("overdue_actions",),
    artefacts=("meeting_minutes", "status_report", "retrospective"),
    cadences=(),
)
