"""Whom a name in a plan may mean, the likeliest first."""

from __future__ import annotations

from collections.abc import Iterable

from plumbline.office.people.alike import likeness, parts
from plumbline.office.people.models import Person

LEAST = 0.55
MOST = 3


def suggestions(name: str, people: Iterable[Person]) -> list[Person]:
    """By the parts that names have in common: “Lee, Ann”, “A. Lee” and “ann.lee” all suggest Ann Lee."""
    said = parts(name)
    scored = [(max(likeness(said, parts(each.name)), likeness(said, parts(_before_at(each)))), each) for each in people]
    fitting = [pair for pair in scored if pair[0] >= LEAST]
    return [each for _, each in sorted(fitting, key=lambda pair: (-pair[0], pair[1].name, pair[1].pk))[:MOST]]


def _before_at(person: Person) -> str:
    return person.email.partition("@")[0]
