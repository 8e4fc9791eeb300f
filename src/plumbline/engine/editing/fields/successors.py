"""What waits for a row."""

from __future__ import annotations

from dataclasses import replace

from plumbline.engine.editing.links import cell, must_be_possible, ties_typed
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity, Link, Uid

NAME, LABEL = "successors", "Successors"


def text(working: Working, activity: Activity) -> str:
    """“12FS+2d; 13”, seen from the predecessor."""
    return cell(working, tuple(_turned(each) for each in working.links_from(activity.uid)))


def write(working: Working, activity: Activity, text: str) -> None:
    """Each of them waits for this row as well as for what it waited for before."""
    before = working.links_from(activity.uid)
    if text.strip() == cell(working, tuple(_turned(each) for each in before)):
        return
    wanted: dict[Uid, list[Link]] = {each.successor: [] for each in before}
    for tie in ties_typed(working, activity, text, NAME):
        link = tie.to(activity.uid, activity)
        link = replace(link, predecessor=activity.uid, successor=tie.predecessor)
        must_be_possible(working.before, link, activity.uid, NAME)
        wanted.setdefault(link.successor, []).append(link)
    for successor, links in wanted.items():
        others = [each for each in working.links_to(successor) if each.predecessor != activity.uid]
        if links != [each for each in working.links_to(successor) if each.predecessor == activity.uid]:
            working.put_links_to(successor, [*others, *links])


def _turned(link: Link) -> Link:
    return replace(link, predecessor=link.successor, successor=link.predecessor)
