"""Lessons learned of a project."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Lessons learned",
    pages=(
        "registers:list?kind=lesson",
        "registers:add?kind=lesson",
        "registers:change?kind=lesson",
        "registers:import?kind=lesson",
        "registers:all?kind=lesson",
        "registers:lessons",
    ),
    expects=("artefact",),
    rules=(),
    artefacts=("lesson", "retrospective", "closing", "end_report", "post_implementation"),
    cadences=(),
)
