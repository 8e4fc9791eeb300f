"""The documents that a project keeps."""

from plumbline.office.guidance.place import ALL, Place

PLACE = Place(
    title="Artefacts",
    pages=("artefacts:list", "artefacts:artefact", "artefacts:edit", "artefacts:version", "artefacts:waiting"),
    expects=("artefact",),
    artefacts=(ALL,),
)
