"""Roles and skills that hang on one person, or on nobody."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

Key = Any
"""Whatever people, projects and abilities are known by; it can be hashed."""


@dataclass(frozen=True, slots=True)
class Need:
    """That a project asks for somebody: ``minutes`` in all, ``critical`` of them on its critical path."""

    project: Key
    person: Key
    minutes: int
    critical: int = 0


@dataclass(frozen=True, slots=True)
class SinglePoint:
    """``holder`` is the only one with it; ``None`` where nobody has it though a project asks for it."""

    ability: Key
    holder: Key | None
    projects: tuple[Key, ...]
    critical_in: tuple[Key, ...]
    minutes: int


def single_points(
    holders: Mapping[Key, frozenset[Key]],
    needs: Iterable[Need],
    asked: Mapping[Key, Mapping[Key, int]],
) -> list[SinglePoint]:
    """Abilities (roles, skills) with one holder who is needed in several projects, or anywhere on a critical path.

    ``asked`` says of an ability which projects ask for it without naming anybody, with minutes; it counts towards the
    projects of its only holder, and names what nobody can do. The heaviest come first.
    """
    by_person: dict[Key, dict[Key, Need]] = {}
    for each in needs:
        if each.minutes > 0:
            by_person.setdefault(each.person, {})[each.project] = each
    found = []
    for ability in {**dict.fromkeys(holders), **dict.fromkeys(asked)}:
        those = holders.get(ability, frozenset())
        unnamed = {project: minutes for project, minutes in asked.get(ability, {}).items() if minutes > 0}
        if len(those) > 1 or (not those and not unnamed):
            continue
        holder = next(iter(those), None)
        point = _point(ability, holder, by_person.get(holder, {}) if those else {}, unnamed)
        if holder is None or len(point.projects) > 1 or point.critical_in:
            found.append(point)
    return sorted(found, key=lambda each: (-len(each.projects), -each.minutes, str(each.ability)))


def _point(ability: Key, holder: Key | None, named: Mapping[Key, Need], unnamed: Mapping[Key, int]) -> SinglePoint:
    projects = sorted({*named, *unnamed}, key=str)
    critical = sorted((project for project, need in named.items() if need.critical > 0), key=str)
    minutes = sum(each.minutes for each in named.values()) + sum(unnamed.values())
    return SinglePoint(ability, holder, tuple(projects), tuple(critical), minutes)
