"""Which deliverable an item belongs to: by a label such as D-3 or AC-12, else as its parent. People come first."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from plumbline.office.acceptance.models import Criterion, Deliverable
from plumbline.office.work_items.models import Connector, Tie, WorkItem

_DELIVERABLE, _CRITERION = re.compile(r"@?D-(\d{1,9})", re.IGNORECASE), re.compile(r"@?AC-(\d{1,9})", re.IGNORECASE)
_DEEPEST = 30
_AT_ONCE = 500
Found = tuple[int | None, str]


def settle_ties(connector: Connector) -> int:
    """How many items of the connector now belong elsewhere than before. What was tied by hand stays."""
    by_number, by_criterion = _numbers(connector)
    items = {each.key: each for each in WorkItem.objects.filter(connector=connector).only(*_NEEDED)}
    direct = {key: _direct(each, by_number, by_criterion) for key, each in items.items()}
    moved = []
    for key, item in items.items():
        deliverable, tie = direct[key]
        if deliverable is None and tie != Tie.HAND and connector.ties_by_parent:
            deliverable = _of_parent(item, items, direct)
            tie = Tie.PARENT if deliverable else Tie.NONE
        if (item.deliverable_id, item.tied_by) != (deliverable, tie):
            item.deliverable_id, item.tied_by = deliverable, tie
            moved.append(item)
    WorkItem.objects.bulk_update(moved, ["deliverable", "tied_by"], batch_size=_AT_ONCE)
    return len(moved)


_NEEDED = ("key", "parent", "labels", "deliverable", "tied_by")


def _numbers(connector: Connector) -> tuple[dict[int, int], dict[int, int]]:
    there = Deliverable.objects.filter(project=connector.project_id, dropped_at=None)
    criteria = Criterion.objects.filter(project=connector.project_id, deliverable__dropped_at=None)
    return dict(there.values_list("number", "pk")), dict(criteria.values_list("number", "deliverable_id"))


def _direct(item: WorkItem, by_number: dict[int, int], by_criterion: dict[int, int]) -> Found:
    """By hand or by label; labels of two deliverables tie to neither."""
    if item.tied_by == Tie.HAND:
        return item.deliverable_id, Tie.HAND
    told = {*_told(item.labels, _DELIVERABLE, by_number), *_told(item.labels, _CRITERION, by_criterion)}
    return (told.pop(), Tie.LABEL) if len(told) == 1 else (None, Tie.NONE)


def _told(labels: Iterable[Any], pattern: re.Pattern[str], known: dict[int, int]) -> set[int]:
    matches = (pattern.fullmatch(str(each).strip()) for each in labels)
    return {known[int(each.group(1))] for each in matches if each and int(each.group(1)) in known}


def _of_parent(item: WorkItem, items: dict[str, WorkItem], direct: dict[str, Found]) -> int | None:
    """Of the nearest above it that belongs somewhere; parents that run in a circle end nowhere."""
    above = items.get(item.parent)
    for _ in range(_DEEPEST):
        if above is None or above is item:
            return None
        deliverable, tie = direct[above.key]
        if deliverable is not None or tie == Tie.HAND:
            return deliverable
        above = items.get(above.parent)
    return None
