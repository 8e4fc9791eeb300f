"""What one edit changed, as plain data that leads forward and back: the history of a draft is a list of these.

A patch holds only what differs. Applied to the plan before it gives exactly the plan after, and undone the plan before.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields, replace
from functools import partial
from typing import Any

from plumbline.engine.editing.splice import Splice, splice_between
from plumbline.engine.schedule import Activity, Assignment, Link, Resource, Schedule, Uid
from plumbline.engine.schedule.document import Plain, plain_of, record_of

_LISTS: dict[str, type[Any]] = {"links": Link, "resources": Resource, "assignments": Assignment}
_OF_ITS_OWN = frozenset({"activities", *_LISTS})


@dataclass(frozen=True, slots=True)
class Patch:
    """``rows``: each row that differs, before and after, ``None`` where it was not there. ``order``: the uids, spliced.

    ``lists``: what was spliced in links, resources and assignments. ``head``: everything else of the plan that differs,
    as the plain data of a schedule without rows, before and after; ``None`` where nothing does.
    """

    rows: tuple[tuple[Activity | None, Activity | None], ...] = ()
    order: Splice[Uid] | None = None
    lists: Mapping[str, Splice[Any]] | None = None
    head: tuple[Schedule, Schedule] | None = None

    @property
    def is_empty(self) -> bool:
        return not self.rows and self.order is None and not self.lists and self.head is None

    @property
    def touched(self) -> tuple[Uid, ...]:
        """The uids of rows that were written, added or removed."""
        return tuple(each.uid for pair in self.rows if (each := pair[1] or pair[0]))

    def inverse(self) -> Patch:
        return Patch(
            rows=tuple((after, before) for before, after in self.rows),
            order=self.order.inverse() if self.order else None,
            lists={name: each.inverse() for name, each in (self.lists or {}).items()},
            head=(self.head[1], self.head[0]) if self.head else None,
        )

    def applied_to(self, schedule: Schedule) -> Schedule:
        """The plan after. Raises InvalidSchedule or ValueError where ``schedule`` is not the plan it was made from."""
        by_uid = dict(schedule.activity_by_uid)
        for before, after in self.rows:
            gone = after or before
            assert gone is not None
            by_uid.pop(gone.uid, None) if after is None else by_uid.update({gone.uid: after})
        uids: Sequence[Uid] = [each.uid for each in schedule.activities]
        uids = self.order.applied_to(uids) if self.order else uids
        head = self.head[1] if self.head else schedule
        lists = {name: tuple(each.applied_to(getattr(schedule, name))) for name, each in (self.lists or {}).items()}
        kept = {name: getattr(schedule, name) for name in _LISTS}
        return replace(head, activities=tuple(by_uid[uid] for uid in uids), **(kept | lists))

    def as_plain(self) -> Plain:
        """JSON-able; ``from_plain`` reads it."""
        return {
            "rows": [[plain_of(before), plain_of(after)] for before, after in self.rows],
            "order": self.order.as_plain() if self.order else None,
            "lists": {name: each.as_plain(plain_of) for name, each in (self.lists or {}).items()},
            "head": [plain_of(each) for each in self.head] if self.head else None,
        }

    @classmethod
    def from_plain(cls, content: Mapping[str, Any]) -> Patch:
        """Raises UnreadableDocument."""
        head = content["head"]
        return cls(
            rows=tuple((_row(before), _row(after)) for before, after in content["rows"]),
            order=Splice.from_plain(content["order"]) if content["order"] else None,
            lists={
                name: Splice.from_plain(each, partial(record_of, _LISTS[name]))
                for name, each in content["lists"].items()
            },
            head=(record_of(Schedule, head[0]), record_of(Schedule, head[1])) if head else None,
        )


def patch_between(before: Schedule, after: Schedule) -> Patch:
    """Leads from ``before`` to ``after``: ``patch_between(a, b).applied_to(a) == b``."""
    was, now = before.activity_by_uid, after.activity_by_uid
    rows: list[tuple[Activity | None, Activity | None]]
    rows = [(each, now.get(each.uid)) for each in before.activities if now.get(each.uid) != each]
    rows += [(None, each) for each in after.activities if each.uid not in was]
    order = splice_between([each.uid for each in before.activities], [each.uid for each in after.activities])
    lists = {name: splice_between(getattr(before, name), getattr(after, name)) for name in _LISTS}
    heads = _head(before), _head(after)
    return Patch(
        rows=tuple(rows),
        order=order,
        lists={name: each for name, each in lists.items() if each is not None},
        head=None if heads[0] == heads[1] else heads,
    )


def _head(schedule: Schedule) -> Schedule:
    without = {each.name: () for each in fields(schedule) if each.name in _OF_ITS_OWN}
    return replace(schedule, **without)  # type: ignore[arg-type]


def _row(content: Plain | None) -> Activity | None:
    return None if content is None else record_of(Activity, content)
