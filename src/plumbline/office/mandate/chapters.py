"""The chapters of a charter in the order in which they are best written, and what each is made of."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.office.mandate.models import (
    Authority,
    Challenge,
    OfPlace,
    Post,
    Responsibility,
    RoadmapItem,
    SuccessMeasure,
)


@dataclass(frozen=True, slots=True)
class Chapter:
    """``fields`` are columns of the mandate itself, ``part`` the list that belongs to it."""

    name: str
    title: str
    lead: str
    fields: tuple[str, ...] = ()
    part: type[OfPlace] | None = None


CHAPTERS = {
    each.name: each
    for each in (
        Chapter(
            "challenges",
            "Challenges",
            "What goes wrong today, so that an office is wanted. Each is tied to a figure that is measured here.",
            part=Challenge,
        ),
        Chapter(
            "purpose", "Purpose", "What is different when the office has succeeded, in two sentences.", ("purpose",)
        ),
        Chapter(
            "authority",
            "Mandate and authority",
            "What the office is charged with, how much it controls, and what it may decide or stop.",
            ("office_name", "mandate", "control", "reach", "covers"),
            Authority,
        ),
        Chapter(
            "responsibilities",
            "Responsibilities",
            "The areas that the office answers for.",
            part=Responsibility,
        ),
        Chapter("services", "Services", "Which service answers which challenge. One that answers none is a hobby."),
        Chapter(
            "place",
            "Place",
            "Where the office stands: who wants it, whom it reports to, which unit it belongs to.",
            ("sponsor", "reports_to", "unit"),
        ),
        Chapter("people", "People", "The posts, what they need to be able to do, and who has them.", part=Post),
        Chapter("funding", "Funding", "What pays for it.", ("funding", "budget")),
        Chapter(
            "measures",
            "Success measures",
            "By what one sees that the office is worth it, besides the challenges.",
            part=SuccessMeasure,
        ),
        Chapter("roadmap", "Roadmap", "How the office itself gets better, step by step.", part=RoadmapItem),
        Chapter(
            "review",
            "Review and sunset",
            "When the charter is looked at again, and when the office ends or is asked whether it should.",
            ("review_on", "sunset"),
        ),
    )
}
PARTS = {each.part._meta.model_name or "": each for each in CHAPTERS.values() if each.part is not None}
"""By the name of the model of its list."""


def after(name: str) -> Chapter | None:
    names = list(CHAPTERS)
    place = names.index(name) + 1
    return CHAPTERS[names[place]] if place < len(names) else None
