"""What a project is for, and whether it comes."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Benefits",
    pages=(
        "benefits:project",
        "benefits:benefit",
        "benefits:edit",
        "benefits:add",
        "benefits:means",
        "benefits:review",
        "benefits:register",
        "benefits:realisation",
    ),
    expects=("rule", "artefact"),
    families=("benefits",),
    artefacts=("benefit", "outcome"),
)
