"""A finish that waits for a start is nearly always a link the wrong way round."""

from __future__ import annotations

from plumbline.engine.editing.link_mends import links_into
from plumbline.engine.editing.mend import Mend, linking, unlinking
from plumbline.engine.editing.neighbours import leads_to
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, LinkKind


def mends(working: Working, row: Activity) -> list[Mend]:
    """Turned round, or an ordinary link in the same direction."""
    links = links_into(working, row, lambda each: each.kind is LinkKind.START_FINISH)
    if not links:
        return []
    gone = tuple(map(unlinking, links))
    names = ", ".join(working.label(each.predecessor) for each in links[:3])
    turned = Mend(f"Let {names} follow it", "turn", (*gone, *(linking(row.uid, each.predecessor) for each in links)))
    straight = Mend(
        f"Let it follow {names}", "follow", (*gone, *(linking(each.predecessor, row.uid) for each in links))
    )
    others = [each for each in working.links_to(row.uid) if each not in links]
    back = {each.predecessor for each in others} & {each.predecessor for each in links}
    closes = any(leads_to(working, uid, row.uid) for uid in back)
    return [straight] if closes else [turned, straight]
