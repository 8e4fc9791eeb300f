"""What the command line asks of single projects: ``--due``, ``--priority``, ``--pool`` and ``--person``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

from plumbline.engine.optimisation.levelling import Sharing, Wish
from plumbline.engine.readers import Problem, UnreadableSchedule
from plumbline.engine.schedule import Schedule

_MOST_WEIGHT = 1_000


def wishes_of(
    plans: Sequence[Schedule], files: Sequence[str], due: Sequence[str], priority: Sequence[str]
) -> tuple[Wish, ...]:
    """One for each plan; a project is named by its name, its id or the name of its file. Raises UnreadableSchedule."""
    dates: dict[int, datetime] = {}
    weights: dict[int, int] = {}
    for each in due:
        place, text = _named(plans, files, each, "--due")
        dates[place] = _end_of(text)
    for each in priority:
        place, text = _named(plans, files, each, "--priority")
        weights[place] = _weight(text)
    return tuple(Wish(dates.get(place), weights.get(place, 1)) for place in range(len(plans)))


def sharing_of(pools: Sequence[str], people: Sequence[str]) -> Sharing:
    """Who can stand in for whom. Raises UnreadableSchedule."""
    pool_of: dict[str, str] = {}
    skills: dict[str, tuple[str, ...]] = {}
    for each in pools:
        pool, members = _list_of(each, "--pool", "Welders=Ada,Bob")
        pool_of |= dict.fromkeys(members, pool)
    for each in people:
        person, able = _list_of(each, "--person", "Ada=Welding,Steel")
        skills[person] = able
    return Sharing(pool_of, skills)


def _list_of(text: str, option: str, example: str) -> tuple[str, tuple[str, ...]]:
    name, _, rest = text.partition("=")
    names = tuple(each.strip() for each in rest.split(",") if each.strip())
    if not name.strip() or not names:
        raise UnreadableSchedule(Problem(f"{option} {text!r} should be as in '{example}'."))
    return name.strip(), names


def _named(plans: Sequence[Schedule], files: Sequence[str], wish: str, option: str) -> tuple[int, str]:
    name, _, text = wish.rpartition("=")
    for place, (plan, file) in enumerate(zip(plans, files, strict=True)):
        if name and name in (plan.name, plan.id, file, Path(file).stem):
            return place, text
    there = ", ".join(each.name or each.id or file for each, file in zip(plans, files, strict=True))
    raise UnreadableSchedule(Problem(f"{option} {wish!r} names none of the projects. They are: {there}."))


def _end_of(text: str) -> datetime:
    try:
        return datetime.fromisoformat(text) if "T" in text else datetime.combine(date.fromisoformat(text), time(23, 59))
    except ValueError:
        raise UnreadableSchedule(Problem(f"--due: {text!r} is no date. Write it as in 2026-11-30.")) from None


def _weight(text: str) -> int:
    if not text.isascii() or not text.isdigit() or not 1 <= int(text[:6]) <= _MOST_WEIGHT:
        raise UnreadableSchedule(Problem(f"--priority: {text!r} is no whole number from 1 to {_MOST_WEIGHT:,}."))
    return int(text)
