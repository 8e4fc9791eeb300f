"""What an activity is called in a table: its id, which has to be there, unlike any other, and fit to be linked to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import count

from plumbline.engine.schedule import Activity, Uid
from plumbline.engine.writers.one_line import one_line
from plumbline.engine.writers.written import Losses

LONGEST = 150
_SEPARATORS = re.compile(r"[;|]")


def ids_by_uid(activities: Iterable[Activity], losses: Losses) -> dict[Uid, str]:
    """The id of each activity; where it is missing, taken or unfit, one made from it or from the unique id."""
    ids: dict[Uid, str] = {}
    taken: set[str] = set()
    for each in activities:
        wanted = _SEPARATORS.sub("_", one_line(each.id))[:LONGEST].strip()
        found = next(one for one in _candidates(wanted, str(each.uid)) if one and one not in taken)
        if found != each.id:
            losses.add("Ids that are missing, not unique, or hold separators", "made anew", f"{found}")
        if found != each.uid:
            losses.add("Unique ids", "the id takes their place")
        ids[each.uid] = found
        taken.add(found)
    return ids


def _candidates(wanted: str, uid: str) -> Iterable[str]:
    plain = _SEPARATORS.sub("_", one_line(uid))[:LONGEST].strip()
    yield wanted
    yield plain
    yield from (f"{wanted or plain} {number}".strip() for number in count(2))
