"""One row waits for another."""

from __future__ import annotations

from plumbline.engine.editing.arguments import Arguments
from plumbline.engine.editing.edit_result import Edited
from plumbline.engine.editing.entries import refused
from plumbline.engine.editing.links import must_be_possible
from plumbline.engine.editing.working import Working
from plumbline.engine.readers.table.amounts import UnclearAmount, duration_of
from plumbline.engine.schedule import Link, LinkKind, Schedule, Uid
from plumbline.engine.writers.table.amounts import lag

NAME = "link"
KINDS = tuple(each.value for each in LinkKind)


def apply(schedule: Schedule, arguments: Arguments) -> Edited:
    """From ``predecessor`` to ``successor``, of ``kind`` (FS) and with a ``lag`` (none).

    It takes the place of a link between the two of that kind. A loop is allowed: the linter says so, and where.
    """
    predecessor, successor = arguments.wanted("predecessor"), arguments.wanted("successor")
    kind = LinkKind(arguments.choice("kind", KINDS))
    minutes, elapsed = _lag(arguments.text("lag", 40).strip(), successor.uid)
    link = Link(predecessor.uid, successor.uid, kind, minutes, elapsed)
    must_be_possible(schedule, link, successor.uid, "predecessors")
    working = Working(schedule)
    links = [link if _is_same(each, link) else each for each in working.links_to(successor.uid)]
    working.put_links_to(successor.uid, dict.fromkeys(links if link in links else [*links, link]))
    words = f"Link {predecessor.id} to {successor.id}, {kind}{lag(minutes, elapsed)}"
    return Edited(working.finished(), words)


def _lag(text: str, row: Uid) -> tuple[int, bool]:
    try:
        return duration_of(text) if text else (0, False)
    except UnclearAmount as error:
        raise refused(str(error).partition(";")[0] + "; write a lag as 2d, -1d or 3ed", row, "lag") from None


def _is_same(one: Link, other: Link) -> bool:
    return (one.predecessor, one.successor, one.kind) == (other.predecessor, other.successor, other.kind)
