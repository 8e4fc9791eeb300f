"""Links that came, went, or changed their kind or lag."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator

from plumbline.engine.comparison.kinds import ChangeKind, How, Thing
from plumbline.engine.comparison.records import Change
from plumbline.engine.schedule import Link, Schedule, Uid

Pair = tuple[Uid, Uid]


def link_changes(before: Schedule, after: Schedule) -> Iterator[Change]:
    """Changed ones first, then new ones, then those that are gone.

    A link between the same two activities that changed its kind or lag is one change. Where two activities have
    several links, one of the same kind is taken for the same link, then in the order of the plan.
    """
    were, are = Counter(before.links), Counter(after.links)
    gone, new = _by_pair((were - are).elements()), _by_pair((are - were).elements())
    changed: list[Change] = []
    added: list[Change] = []
    for pair, links in new.items():
        left = gone.get(pair, [])
        for link in sorted(links, key=lambda each: not any(other.kind is each.kind for other in left)):
            was = next((other for other in left if other.kind is link.kind), left[0] if left else None)
            if was is None:
                added.append(_change(How.ADDED, after, None, link))
            else:
                left.remove(was)
                changed.append(_change(How.CHANGED, after, was, link))
    yield from changed
    yield from added
    for left in gone.values():
        yield from (_change(How.REMOVED, before, each, None) for each in left)


def _by_pair(links: Iterator[Link]) -> dict[Pair, list[Link]]:
    pairs: dict[Pair, list[Link]] = defaultdict(list)
    for link in links:
        pairs[link.predecessor, link.successor].append(link)
    return pairs


def _change(how: How, schedule: Schedule, before: Link | None, after: Link | None) -> Change:
    link = after or before
    assert link is not None
    successor = schedule.activity_by_uid[link.successor]
    field = "link"
    if before and after:
        field = "kind" if before.kind is not after.kind else "lag"
    return Change(
        kind=ChangeKind.LINKS,
        how=how,
        thing=Thing.LINK,
        uid=successor.uid,
        id=successor.id,
        name=successor.name,
        field=field,
        before=before,
        after=after,
    )
