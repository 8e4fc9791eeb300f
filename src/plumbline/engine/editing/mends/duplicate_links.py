"""Two links between the same two rows: one is enough."""

from __future__ import annotations

from plumbline.engine.comparison.wording import link as link_text
from plumbline.engine.editing.link_mends import links_into
from plumbline.engine.editing.mend import Mend, Step, linking, unlinking
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, Link, Uid
from plumbline.engine.writers.table.amounts import lag


def mends(working: Working, row: Activity) -> list[Mend]:
    """The first of each pair stays, or the last."""
    groups: dict[Uid, list[Link]] = {}
    for each in links_into(working, row, lambda each: True):
        groups.setdefault(each.predecessor, []).append(each)
    twice = [links for links in groups.values() if len(links) > 1]
    found = []
    for which, place in (("first", 0), ("last", -1)):
        steps: list[Step] = []
        for links in twice:
            kept = links[place]
            steps += [unlinking(each) for each in {each.kind: each for each in links}.values()]
            steps.append(linking(kept.predecessor, kept.successor, kept.kind, lag(kept.lag, kept.elapsed)))
        kept_text = ", ".join(
            f"{working.label(links[place].predecessor)} {link_text(working.before, links[place])}" for links in twice
        )
        found.append(Mend(f"Keep only {kept_text}", which, tuple(steps)))
    return found if twice else []
