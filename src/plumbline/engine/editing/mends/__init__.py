"""One file, one rule: what could be done about what it found at a row. The file is called as the rule is."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache
from typing import Protocol, cast

from plumbline.engine.editing.mend import Mend
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, Schedule, Uid
from plumbline.engine.schedule.derived import once

MOST = 3


class Suggestions(Protocol):
    """What a module of ``mends`` offers: at most three, the best one first."""

    def mends(self, working: Working, row: Activity) -> list[Mend]: ...


def mends_for(schedule: Schedule, rule: str, row: Uid) -> tuple[Mend, ...]:
    """Suggestions for what the rule of that short name found at a row; none where there is no sound one.

    Any of them is carried out by the edit ``mend`` with ``rule``, ``row`` and ``choice``. Each takes the row off the
    list of that rule with its usual settings. Source: docs/methods/editing.md.
    """
    module = mended_rules().get(rule)
    activity = schedule.activity_by_uid.get(row)
    if module is None or activity is None:
        return ()
    return tuple(module.mends(_reading(schedule), activity)[:MOST])


@once
def _reading(schedule: Schedule) -> Working:
    """Looked at and not written, for all findings of a plan."""
    return Working(schedule)


@cache
def mended_rules() -> dict[str, Suggestions]:
    """Every rule that has mends, by its short name."""
    names = [each.name for each in pkgutil.iter_modules(__path__)]
    return {name: cast(Suggestions, importlib.import_module(f"{__name__}.{name}")) for name in names}
