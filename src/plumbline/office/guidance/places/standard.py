"""A project under its standard: tailoring and roles."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Following and tailoring the standard",
    pages=("governance:standard", "governance:roles", "governance:tailor", "governance:size_class"),
    expects=("tailoring",),
    tailoring=True,
)
