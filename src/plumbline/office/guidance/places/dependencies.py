"""Dependencies of a project."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Dependencies",
    pages=(
        "registers:list?kind=dependency",
        "registers:add?kind=dependency",
        "registers:change?kind=dependency",
        "registers:import?kind=dependency",
        "registers:all?kind=dependency",
    ),
    expects=("rule", "artefact"),
    rules=("missing_logic", "merge_hotspots"),
    artefacts=("milestone_plan", "schedule", "work_plan", "roadmap", "delivery_plan"),
    cadences=(),
)
