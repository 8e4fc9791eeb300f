"""Who has time, and who is promised twice."""

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Capacity",
    pages=("capacity:map", "capacity:person", "capacity:project", "capacity:points", "capacity:request"),
    expects=("rule",),
    families=("resources",),
)
