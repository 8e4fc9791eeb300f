"""A place where work is done, and which topics of a standard it is about."""

from __future__ import annotations

from dataclasses import dataclass

ALL = "all"


@dataclass(frozen=True, slots=True)
class Place:
    """One file of ``places``.

    ``pages`` are names of routes; with ``?kind=risk`` only where the address has that word. ``families`` and ``rules``
    name rules, ``artefacts`` are words in the names of artefacts, ``cadences`` names in the standard's cadences.
    ``ALL`` means every one. ``expects`` are the kinds of topics that one would look for here: where the standard has
    none of such a kind, the page says so.
    """

    title: str
    pages: tuple[str, ...]
    expects: tuple[str, ...]
    families: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    artefacts: tuple[str, ...] = ()
    cadences: tuple[str, ...] = ()
    gates: bool = False
    intake: bool = False
    health: bool = False
    tailoring: bool = False
    competencies: bool = False
