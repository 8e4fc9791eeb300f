"""The pictures of all projects."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="The portfolio",
    pages=(
        "portfolio:overview",
        "portfolio:executive",
        "portfolio:heat_map",
        "portfolio:timeline",
        "portfolio:decisions",
        "portfolio:roadblocks",
        "portfolio:changes",
    ),
    expects=("health", "rhythm"),
    health=True,
    cadences=("plan_update", "status_report"),
)
