"""How well standards are followed, and audits."""

from plumbline.office.guidance.place import ALL, Place

PLACE = Place(
    title="Conformance and audits",
    pages=(
        "conformance:overview",
        "conformance:project",
        "conformance:audits",
        "conformance:audit",
        "conformance:checklist",
    ),
    expects=("rule", "artefact", "gate"),
    families=(ALL,),
    artefacts=(ALL,),
    gates=True,
)
