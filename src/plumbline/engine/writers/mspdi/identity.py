"""Which numbers the parts of a plan have in the file."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TypeGuard

from plumbline.engine.schedule import Resource, Schedule, Uid
from plumbline.engine.writers.mspdi.kept_ids import IdsToKeep, ids_to_keep
from plumbline.engine.writers.mspdi.numbers import numbered, row_numbers
from plumbline.engine.writers.outline import Line, outline_lines

_ROOT_UID = 0


@dataclass(frozen=True, slots=True)
class Identity:
    """``lines`` and their ``rows`` are in outline order, ``top`` is the level of the first of them.

    ``tasks``, ``calendars`` and ``resource_numbers`` are by uid; ``resources`` has also those that only assignments
    speak of, because a file must not refer to nothing.
    """

    lines: tuple[Line, ...]
    rows: tuple[int, ...]
    ids_are_rows: bool
    top: int
    tasks: Mapping[Uid, int]
    calendars: Mapping[Uid, int]
    resources: tuple[Resource, ...]
    resource_numbers: Mapping[Uid, int]
    keep: IdsToKeep


def identity_of(schedule: Schedule) -> Identity:
    lines = tuple(outline_lines(schedule))
    resources = _with_unlisted(schedule)
    top = 0 if _has_root(lines) else 1
    rows = row_numbers((each.activity.id for each in lines), top)
    return Identity(
        lines=lines,
        rows=tuple(range(top, top + len(lines)) if rows is None else rows),
        ids_are_rows=rows is not None,
        top=top,
        tasks=_task_numbers(lines),
        calendars=numbered(each.uid for each in schedule.calendars),
        resources=resources,
        resource_numbers=numbered(each.uid for each in resources),
        keep=ids_to_keep((each.activity for each in lines), are_rows=rows is not None),
    )


def is_nobody(uid: Uid) -> TypeGuard[int]:
    """Numbers below 0 are no resources: they are how some tools say that nobody is assigned."""
    return isinstance(uid, int) and uid < 0


def _with_unlisted(schedule: Schedule) -> tuple[Resource, ...]:
    listed = {each.uid for each in schedule.resources}
    taken = dict.fromkeys(each.resource for each in schedule.assignments if each.resource is not None)
    unlisted = (Resource(uid, f"Resource {uid}") for uid in taken if uid not in listed and not is_nobody(uid))
    return (*schedule.resources, *unlisted)


def _task_numbers(lines: tuple[Line, ...]) -> dict[Uid, int]:
    """UID 0 is the summary of the whole project, and nothing else."""
    root = {lines[0].activity.uid: _ROOT_UID} if _has_root(lines) else {}
    return root | numbered(each.activity.uid for each in lines[len(root) :])


def _has_root(lines: tuple[Line, ...]) -> bool:
    first = lines[0].activity if lines else None
    return (
        first is not None
        and first.uid == _ROOT_UID
        and first.is_summary
        and not any(each.depth == 1 for each in lines[1:])
    )
