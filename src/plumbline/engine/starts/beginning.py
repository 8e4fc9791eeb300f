"""The one call that begins a plan."""

from __future__ import annotations

import importlib
import pkgutil
from functools import cache

from plumbline.engine.schedule import InvalidSchedule, Schedule
from plumbline.engine.starts import ways as folder
from plumbline.engine.starts.start import CannotStart, Start, Way


def begin(way: str, start: Start) -> Schedule:
    """The plan to begin with. The same start gives the same plan. Raises CannotStart."""
    chosen = ways().get(way)
    if chosen is None:
        raise CannotStart(f"There is no way to begin a plan called '{way[:40]}'.", "way")
    if any(not getattr(start, each) for each in chosen.needs):
        raise CannotStart(f"{chosen.title}: there is nothing to begin from.", "way")
    try:
        return chosen.plan(start)
    except InvalidSchedule as error:
        raise CannotStart(f"The plan would contradict itself: {error}.") from error


@cache
def ways() -> dict[str, Way]:
    """Every way to begin, by the name of its module, in the order in which they are offered."""
    names = [each.name for each in pkgutil.iter_modules(folder.__path__)]
    found: dict[str, Way] = {name: importlib.import_module(f"{folder.__name__}.{name}").WAY for name in names}
    return dict(sorted(found.items(), key=lambda item: (item[1].order, item[0])))
