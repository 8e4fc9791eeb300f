"""Taking what a tracker says: new items, what changed about known ones, and nothing older than what is known."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from plumbline.engine.trackers import WorkItem as Told
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.work_items.actions.settling import settle_ties
from plumbline.office.work_items.models import Category, Connector, ItemState, WorkItem

AT_ONCE = 500
_TOLD = ("title", "type", "state", "category", "started_at", "ended_at", "start_is_approximate", "end_is_approximate",
         "labels", "parent", "url", "changed_at")  # fmt: skip


@dataclass(frozen=True)
class Counts:
    """How many items came to which end. ``older``: more is known of them already."""

    added: int = 0
    changed: int = 0
    unchanged: int = 0
    older: int = 0
    tied: int = 0

    def told(self) -> dict[str, int]:
        return asdict(self)


def take(connector: Connector, told: Iterable[Told], *, by: Person | None, source: str) -> Counts:
    """One transaction, whatever the number of items; the same news twice changes nothing.

    ``source`` says by what it came, for the audit line. Raises nothing: what is told is valid.
    """
    with action("take_work_items", by=by, scope=connector.project.organisation) as line:
        # two calls at once wait for each other, so that neither adds what the other has added
        held = Connector.objects.select_for_update().select_related("project__organisation").get(pk=connector.pk)
        counts = _take(held, list(told), now())
        if not (counts.added or counts.changed or counts.tied):
            line.nothing_happened()
            return counts
        Project.objects.filter(pk=held.project_id).update(facts_changed_at=now())
        line.about(held, source=source, **counts.told())
        return counts


def _take(connector: Connector, told: Sequence[Told], heard_at: datetime) -> Counts:
    known = _known(connector, told)
    added: list[tuple[WorkItem, Told]] = []
    changed: list[tuple[WorkItem, Told]] = []
    unchanged = older = 0
    for each in told:
        item = known.get(each.key)
        if item is None:
            item = WorkItem(connector=connector, project_id=connector.project_id, key=each.key, heard_at=heard_at)
            _lay_over(item, each, heard_at)
            added.append((item, each))
        elif item.changed_at and each.changed_at and each.changed_at < item.changed_at:
            older += 1
        elif _lay_over(item, each, heard_at):
            changed.append((item, each))
        else:
            unchanged += 1
    WorkItem.objects.bulk_create([item for item, _ in added], batch_size=AT_ONCE)
    WorkItem.objects.bulk_update([item for item, _ in changed], [*_TOLD, "heard_at"], batch_size=AT_ONCE)
    _remember(added, changed, heard_at)
    tied = settle_ties(connector) if added or changed else 0
    return Counts(len(added), len(changed), unchanged, older, tied)


def _known(connector: Connector, told: Sequence[Told]) -> dict[str, WorkItem]:
    found = WorkItem.objects.filter(connector=connector)
    if len(told) <= AT_ONCE:
        found = found.filter(key__in=[each.key for each in told])
    return {each.key: each for each in found}


def _lay_over(item: WorkItem, told: Told, heard_at: datetime) -> bool:
    """Whether anything about the item changed. A start that is known better stays, as does one that came before."""
    values = _values(item, told, heard_at)
    differing = {name for name, value in values.items() if getattr(item, name) != value}
    if differing <= {"changed_at"} and not told.changed_at:
        return False
    for name, value in values.items():
        setattr(item, name, value)
    if differing:
        item.heard_at = heard_at
    return bool(differing)


def _values(item: WorkItem, told: Told, heard_at: datetime) -> dict[str, Any]:
    by_then = told.changed_at or heard_at
    category = Category(told.category.value)
    started, about = told.started_at, told.start_is_approximate
    if item.started_at and (started is None or about):
        started, about = item.started_at, item.start_is_approximate
    elif started is None and category is not Category.TODO:
        started, about = by_then, True
    ended, end_about = told.ended_at, told.end_is_approximate
    if category is Category.DONE and (ended is None or end_about):
        ended, end_about = (item.ended_at, item.end_is_approximate) if item.ended_at else (ended or by_then, True)
    if started and ended and ended < started:
        started, about = ended, True
    return {
        "title": told.title, "type": told.type, "state": told.state, "category": category.value,
        "started_at": started, "ended_at": ended,
        "start_is_approximate": about, "end_is_approximate": end_about,
        "labels": list(told.labels), "parent": told.parent, "url": told.url or item.url,
        "changed_at": told.changed_at or heard_at,
    }  # fmt: skip


Pairs = list[tuple[WorkItem, Told]]


def _remember(added: Pairs, changed: Pairs, heard_at: datetime) -> None:
    """The states that are not remembered yet."""
    ids = [item.pk for item, _ in changed]
    known: dict[int, list[ItemState]] = {}
    for start in range(0, len(ids), AT_ONCE):
        for each in ItemState.objects.filter(item__in=ids[start : start + AT_ONCE]).order_by("id"):
            known.setdefault(each.item_id, []).append(each)
    new = [state for item, told in (*added, *changed) for state in _new_states(item, told, known.get(item.pk, []))]
    for each in new:
        each.heard_at = heard_at
    ItemState.objects.bulk_create(new, batch_size=AT_ONCE)


def _new_states(item: WorkItem, told: Told, known: list[ItemState]) -> list[ItemState]:
    seen = {(each.state, each.at) for each in known}
    found = [
        ItemState(item=item, state=state, category=category.value, at=at)
        for at, state, category in told.moves
        if (state, at) not in seen
    ]
    last = found[-1] if found else known[-1] if known else None
    if last is None or (last.state, last.category) != (item.state, item.category):
        found.append(ItemState(item=item, state=item.state, category=item.category, at=item.changed_at))
    return found
