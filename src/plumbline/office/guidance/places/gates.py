"""Gates: what is decided, and what is asked before."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Gates and their reviews",
    pages=(
        "gates:standing",
        "gates:gate",
        "gates:question",
        "gates:review",
        "gates:calendar",
        "gates:conditions",
        "gates:condition",
    ),
    expects=("gate", "artefact"),
    gates=True,
    artefacts=("review", "stage_evidence", "business_case", "funding"),
)
