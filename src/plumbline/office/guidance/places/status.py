"""Status reports, and what the evidence says beside them."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Status reports",
    pages=(
        "status:list",
        "status:write",
        "status:preview",
        "status:report",
        "status:desk",
        "status:divergence",
        "status:contests",
        "status:plans",
        "status:go_to_green",
    ),
    expects=("artefact", "rhythm", "health"),
    artefacts=("status_report", "progress_report", "go_to_green", "burn_up", "increment_review", "gate_review_report"),
    cadences=("status_report",),
    health=True,
)
