"""One row no longer waits for another."""

from __future__ import annotations

from plumbline.engine.editing.arguments import Arguments
from plumbline.engine.editing.edit_result import Edited
from plumbline.engine.editing.edits.link import KINDS
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Schedule

NAME = "unlink"


def apply(schedule: Schedule, arguments: Arguments) -> Edited:
    """All links from ``predecessor`` to ``successor``, or only those of ``kind``, go."""
    predecessor, successor = arguments.wanted("predecessor"), arguments.wanted("successor")
    kind = arguments.choice("kind", ("", *KINDS))
    working = Working(schedule)
    links = working.links_to(successor.uid)
    kept = [each for each in links if each.predecessor != predecessor.uid or kind not in ("", each.kind.value)]
    if len(kept) == len(links):
        raise CannotEdit(
            f"{successor.id} has no such link to {predecessor.id}.", row=successor.uid, field="predecessors"
        )
    working.put_links_to(successor.uid, kept)
    return Edited(working.finished(), f"Unlink {successor.id} from {predecessor.id}")
