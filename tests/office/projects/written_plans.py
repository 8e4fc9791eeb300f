"""A small plan in office days, its update, and what a page says of it."""

from __future__ import annotations

import re
from datetime import datetime
from html import unescape
from typing import Any

from engine.schedule.nets import OFFICE, net
from plumbline.engine.schedule import ActivityKind, Constraint, ConstraintKind, Schedule

DAY = 1 / 3  # of the 24 hours that the notation counts in
LINKS = "A-B FS0, B-M FS0, X-M FS0"


def small_plan(durations: dict[str, float] | None = None, links: str = LINKS, **fields: Any) -> Schedule:
    """A summary S over A (2 days), B (3), X (1, with float) and the milestone M."""
    days = {"S": 0, "A": 2, "B": 3, "X": 1, "M": 0, **(durations or {})}
    changes: dict[str, dict[str, Any]] = {uid: {"parent": "S"} for uid in days if uid != "S"}
    changes["S"] = {"kind": ActivityKind.SUMMARY, "name": "Quay wall"}
    changes["A"] |= {"name": "Drive the piles"}
    changes["B"] |= {
        "name": "Pour the beam",
        "constraints": (Constraint(ConstraintKind.START_NO_EARLIER_THAN, datetime(2026, 1, 5, 8)),),
    }
    changes["X"] |= {"name": "Order bollards"}
    changes["M"] |= {"name": "Wall complete", "kind": ActivityKind.FINISH_MILESTONE}
    for uid, more in fields.pop("changes", {}).items():
        changes[uid] = changes.get(uid, {}) | more
    given = {"default_calendar": OFFICE.uid, "changes": changes, **fields}
    return net({uid: each * DAY for uid, each in days.items()}, links, **given)


def loop() -> Schedule:
    return small_plan(links="A-B FS0, B-A FS0")


def rows_of(page: str) -> list[list[str]]:
    """The cells of every row of the first table on the page, as a reader sees them."""
    table = page.partition("<tbody>")[2].partition("</tbody>")[0]
    return [
        [words_of(cell) for cell in re.findall(r"<t[hd][^>]*>(.*?)</t[hd]>", row, re.DOTALL)]
        for row in re.findall(r"<tr[^>]*>(.*?)</tr>", table, re.DOTALL)
    ]


def words_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())
