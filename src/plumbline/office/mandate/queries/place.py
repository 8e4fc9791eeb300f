"""Where the office stands: the units above it, the post it reports to, and its own posts, for the picture of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plumbline.office.mandate.queries.document import Document
from plumbline.office.people.models import Organisation, Unit


@dataclass(frozen=True, slots=True)
class PostShown:
    """A post of the tree with what its holders lack: (competency, wanted, held) where held is less."""

    text: Document
    level: int
    gaps: Sequence[tuple[str, int, int]]

    @property
    def vacant(self) -> float:
        """Full-time people that are missing."""
        held = sum(each["share"] for each in self.text["holders"]) / 100
        return max(0.0, float(self.text["heads"]) - held)


@dataclass(frozen=True, slots=True)
class Place:
    """One box. ``level`` counts from the top; the place above is the nearest one before it with a lower level."""

    kind: str
    level: int
    title: str
    lines: Sequence[str] = ()
    vacant: float = 0
    gaps: int = 0


def tree(posts: list[Document]) -> list[PostShown]:
    """Those above first, each followed by those below it."""
    below: dict[str, list[Document]] = {}
    titles = {each["title"] for each in posts}
    for each in posts:
        below.setdefault(each["above"] if each["above"] in titles else "", []).append(each)
    found: list[PostShown] = []

    def walk(above: str, level: int) -> None:
        for each in below.get(above, []):
            found.append(PostShown(each, level, _gaps(each)))
            if level < 8:
                walk(each["title"], level + 1)

    walk("", 0)
    return found


def _gaps(post: Document) -> list[tuple[str, int, int]]:
    """The best of its holders counts for each competency; of a post that nobody has, nothing is said."""
    if not post["holders"]:
        return []
    held = {title: max(each["levels"].get(title, 0) for each in post["holders"]) for title in post["competencies"]}
    return [(title, wanted, held[title]) for title, wanted in post["competencies"].items() if held[title] < wanted]


def places(text: Document, units: Sequence[str], posts: Sequence[PostShown]) -> list[Place]:
    """From the top: one under the other down to the office, and below it its posts as they report."""
    above = [("unit", each) for each in units if each.casefold() != text["office"].casefold()]
    if text["reports_to"]:
        above.append(("above", text["reports_to"]))
    found = [Place(kind, level, title) for level, (kind, title) in enumerate(above)]
    sponsor = [f"Sponsor: {text['sponsor']}"] if text["sponsor"] else []
    found.append(Place("office", len(above), text["office"], sponsor))
    return found + [_post(each, len(above) + 1) for each in posts]


def units_above(organisation: Organisation, name: str) -> list[str]:
    """The unit of that name and those above it, topmost first; the name alone where it does not tell which it is."""
    units = {each.pk: each for each in Unit.objects.filter(organisation=organisation)}
    named = [each for each in units.values() if each.name == name]
    if len(named) != 1:
        return [name] if name else []
    way: list[Unit] = []
    at: Unit | None = named[0]
    while at is not None and at not in way:
        way.append(at)
        at = units.get(at.parent_id or 0)
    return [each.name for each in reversed(way)]


def _post(shown: PostShown, below: int) -> Place:
    held = [f"{each['person']}, {each['share']} %" for each in shown.text["holders"]]
    return Place("post", below + shown.level, shown.text["title"], held, shown.vacant, len(shown.gaps))
