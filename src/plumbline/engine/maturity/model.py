"""A maturity model: perspectives, five levels, and for each of both the attributes that make the level."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

LEVELS = (1, 2, 3, 4, 5)


@dataclass(frozen=True, slots=True)
class Attribute:
    """Something that can be seen or not. ``evidence`` names what measures it, where something does."""

    key: str
    text: str
    perspective: str
    level: int
    evidence: str = ""


@dataclass(frozen=True, slots=True)
class Level:
    number: int
    title: str
    meaning: str


@dataclass(frozen=True, slots=True)
class Perspective:
    """One side of how projects are managed. Raises ``ValueError`` if a level has no attribute."""

    key: str
    title: str
    asks: str
    attributes: tuple[Attribute, ...]

    def __post_init__(self) -> None:
        bare = [str(level) for level in LEVELS if not self.at(level)]
        if bare:
            raise ValueError(f"{self.key}: no attribute at level {', '.join(bare)}")
        if beside := [each.key for each in self.attributes if each.level not in LEVELS]:
            raise ValueError(f"{self.key}: {', '.join(beside)} at a level that there is not")

    def at(self, level: int) -> tuple[Attribute, ...]:
        return tuple(each for each in self.attributes if each.level == level)


@dataclass(frozen=True, slots=True)
class MaturityModel:
    """Raises ``ValueError`` without perspectives, for a key that is used twice and for levels other than 1 to 5."""

    version: str
    levels: tuple[Level, ...]
    perspectives: tuple[Perspective, ...]

    def __post_init__(self) -> None:
        if not self.perspectives:
            raise ValueError("a maturity model needs a perspective")
        if tuple(each.number for each in self.levels) != LEVELS:
            raise ValueError("a maturity model has the levels 1 to 5, in their order")
        for kind in ([each.key for each in self.perspectives], [each.key for each in self.attributes()]):
            if twice := sorted({each for each in kind if kind.count(each) > 1}):
                raise ValueError(f"used twice: {', '.join(twice)}")

    def attributes(self) -> Iterator[Attribute]:
        """By perspective, from the lowest level up."""
        return (each for perspective in self.perspectives for each in perspective.attributes)

    def perspective(self, key: str) -> Perspective:
        """Raises ``KeyError`` for one that there is not."""
        return {each.key: each for each in self.perspectives}[key]

    def attribute(self, key: str) -> Attribute:
        """Raises ``KeyError`` for one that there is not."""
        return {each.key: each for each in self.attributes()}[key]


def model_from(
    version: str, levels: Iterable[Mapping[str, Any]], perspectives: Iterable[Mapping[str, Any]]
) -> MaturityModel:
    """A ``MaturityModel`` from what its files say. Raises ``KeyError`` for what is missing, ``ValueError`` as it does.

    An attribute's key is that of its perspective, a hyphen, and its own.
    """
    return MaturityModel(
        version=version,
        levels=tuple(Level(int(each["level"]), str(each["title"]), str(each["meaning"]).strip()) for each in levels),
        perspectives=tuple(_perspective(each) for each in perspectives),
    )


def _perspective(said: Mapping[str, Any]) -> Perspective:
    key = str(said["key"])
    attributes = tuple(
        Attribute(f"{key}-{each['key']}", str(each["text"]).strip(), key, int(level), str(each.get("evidence", "")))
        for level in sorted(said["levels"])
        for each in said["levels"][level]
    )
    return Perspective(key, str(said["title"]), str(said["asks"]).strip(), attributes)
