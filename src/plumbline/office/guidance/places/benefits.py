"""Objectives, and which projects are for them."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Objectives and benefits",
    pages=("strategy:objectives", "strategy:objective", "strategy:project"),
    expects=("artefact",),
    artefacts=("benefit", "business_case", "outcome"),
)
