"""The work of a kind of project as an indented outline:

    Phase -> milestone that ends it
      Package
        Work | working days | crew
      Group: {place}
        Work at {place} | working days | crew

A package with ``{place}`` is repeated for each place, and each crew goes from one place to the next.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace


@dataclass(frozen=True, slots=True)
class Work:
    name: str
    days: int
    crew: str


@dataclass(frozen=True, slots=True)
class Package:
    """``group`` is the heading above packages that are alike; works follow each other."""

    title: str
    works: tuple[Work, ...]
    group: str = ""


@dataclass(frozen=True, slots=True)
class Phase:
    title: str
    milestone: str
    packages: tuple[Package, ...]


_INDENT_OF_PACKAGE, _INDENT_OF_WORK = 2, 4


def phases_of(outline: str, places: Sequence[str]) -> tuple[Phase, ...]:
    """The phases of an outline with its places filled in."""
    phases: list[Phase] = []
    for line in filter(str.strip, outline.splitlines()):
        indent, text = len(line) - len(line.lstrip()), line.strip()
        if indent == _INDENT_OF_WORK:
            package = phases[-1].packages[-1]
            grown = replace(package, works=(*package.works, _work(text)))
            phases[-1] = replace(phases[-1], packages=(*phases[-1].packages[:-1], grown))
        elif indent == _INDENT_OF_PACKAGE:
            phases[-1] = replace(phases[-1], packages=(*phases[-1].packages, Package(text, ())))
        else:
            title, _, milestone = text.partition(" -> ")
            phases.append(Phase(title, milestone, ()))
    return tuple(replace(each, packages=tuple(_repeated(each.packages, places))) for each in phases)


def _work(text: str) -> Work:
    name, days, crew = (part.strip() for part in text.split("|"))
    return Work(name, int(days), crew)


def _repeated(packages: Iterable[Package], places: Sequence[str]) -> Iterable[Package]:
    for package in packages:
        group, is_repeated, title = package.title.partition(": {place}")
        if not is_repeated:
            yield package
            continue
        for place in places:
            works = tuple(replace(each, name=each.name.replace("{place}", place)) for each in package.works)
            yield Package(f"{place}{title}", works, group)
