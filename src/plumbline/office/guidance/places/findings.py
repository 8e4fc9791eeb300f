"""Findings: what rules asked."""

from plumbline.office.guidance.place import ALL, Place

PLACE = Place(
    title="Findings",
    pages=("assurance:findings", "assurance:assessment", "governance:ask", "governance:waivers", "governance:waiver"),
    expects=("rule", "health"),
    families=(ALL,),
    health=True,
)
