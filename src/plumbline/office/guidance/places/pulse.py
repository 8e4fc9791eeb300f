"""Short anonymous questions to teams."""

from __future__ import annotations

from plumbline.office.guidance.place import Place

PLACE = Place(
    title="Pulse",
    pages=("pulse:overview", "pulse:set_up"),
    expects=("rhythm",),
    cadences=("pulse",),
)
