"""Names as plans write them, and whom they may mean."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol, TypeVar

from plumbline.office.people.alike import likeness, parts

LEAST = 0.55
MOST = 3


class Named(Protocol):
    name: str


Thing = TypeVar("Thing", bound=Named)


def suggestions(name: str, things: Iterable[tuple[Thing, list[str]]]) -> list[Thing]:
    """The likeliest first. Each thing comes with the parts of its name, so that they are taken apart once."""
    said = parts(name)
    scored = [(likeness(said, known), each) for each, known in things]
    fitting = [pair for pair in scored if pair[0] >= LEAST]
    return [each for _, each in sorted(fitting, key=lambda pair: (-pair[0], pair[1].name))[:MOST]]
