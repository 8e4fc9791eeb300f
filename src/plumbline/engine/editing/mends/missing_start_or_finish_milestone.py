"""A plan without a milestone where it begins or ends: add one."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend, Step, linking, setting
from plumbline.engine.editing.uids import next_uids
from plumbline.engine.editing.working import Working
from plumbline.engine.rules.populations import logic_links, work_and_milestones
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """Linked to all that begins, or ends, the network."""
    schedule = working.before
    links = logic_links(schedule)
    led_to, leading = {each.successor for each in links}, {each.predecessor for each in links}
    rows = [each for each in work_and_milestones(schedule) if not each.external]
    starts = [each for each in rows if each.uid not in led_to]
    ends = [each for each in rows if each.uid not in leading]
    (uid,) = next_uids(schedule, 1)
    made: tuple[Step, ...] = (("add", {"names": "Finish"}), setting(uid, "kind", "milestone"))
    finish = Mend("Add a milestone at the end", "finish", (*made, *(linking(each.uid, uid) for each in ends)))
    first = str(schedule.activities[0].uid)
    begun: tuple[Step, ...] = (
        ("add", {"names": "Start"}),
        setting(uid, "kind", "start milestone"),
        ("move", {"rows": [uid], "before": first}),
    )
    start = Mend("Add a milestone at the beginning", "start", (*begun, *(linking(uid, each.uid) for each in starts)))
    found = []
    if starts and not any(each.is_milestone for each in starts):
        found.append(start)
    if ends and not any(each.is_milestone for each in ends):
        found.append(finish)
    return found
