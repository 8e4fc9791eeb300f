"""All registers of a project, and one entry of any."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Registers",
    pages=("registers:project", "registers:entry", "registers:edit"),
    expects=("rule", "artefact", "rhythm"),
    families=("registers",),
    artefacts=("register", "log", "risk", "issue", "decision", "change"),
    cadences=("risk_review",),
)
