"""A project: how its health is read."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="A project and its health",
    pages=("portfolio:project", "assurance:history", "status:dimension", "projects:edit", "projects:add"),
    expects=("health", "artefact", "rhythm"),
    health=True,
    artefacts=("charter", "brief", "vision", "handbook"),
    cadences=("plan_update", "status_report"),
)
