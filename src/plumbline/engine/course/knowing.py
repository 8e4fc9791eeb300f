"""What a standard has that a lesson may teach or link to."""

from __future__ import annotations

from collections.abc import Iterable

from plumbline.engine.standard import Standard


def knows(standard: Standard, thing: str) -> bool:
    """Whether the standard has what ``rule:leads``, ``gate:closing`` or ``artefact:business_case`` names."""
    kind, _, name = thing.partition(":")
    return name in things_of(standard).get(kind, ())


def things_of(standard: Standard) -> dict[str, Iterable[str]]:
    return {
        "rule": {**standard.rules, **standard.custom},
        "gate": standard.gates,
        "artefact": standard.artefacts,
    }
