"""What the command line asks of single projects: ``--due``, ``--priority`` and ``--pool``."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time
from pathlib import Path

from plumbline.engine.optimisation.levelling import Wish
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


def pools_of(pools: Sequence[str]) -> dict[str, str]:
    """The name of the pool by that of each member. Raises UnreadableSchedule."""
    found: dict[str, str] = {}
    for each in pools:
        name, _, members = each.partition("=")
        if not name.strip() or not members.strip():
            raise UnreadableSchedule(Problem(f"--pool {each!r} should be as in 'Welders=Ada,Bob'."))
        found |= {member.strip(): name.strip() for member in members.split(",") if member.strip()}
    return found


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
