"""Stakeholders and what is communicated."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Stakeholders and communication",
    pages=(
        "stakeholders:list",
        "stakeholders:stake",
        "stakeholders:edit",
        "stakeholders:communication",
        "stakeholders:shared",
        "stakeholders:stakeholder",
    ),
    expects=("rule", "artefact", "rhythm"),
    families=("stakeholders",),
    artefacts=("stakeholder", "communication"),
    cadences=("stakeholder_review",),
)
