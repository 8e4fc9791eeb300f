"""Signals and how fast they were answered, as lines of a table. Of who raised what no moment is told, only the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from plumbline.office.people.models import Organisation
from plumbline.office.signals.models import Signal
from plumbline.office.signals.queries import Times


def signal_lines(organisation: Organisation, found: Iterable[Signal]) -> Iterator[list[Any]]:
    zone = ZoneInfo(organisation.time_zone)

    def day(at: datetime | None) -> Any:
        return at.astimezone(zone).date() if at else None

    yield ["Kind", "Words", "About", "Raised by", "Raised on", "Seen by all", "Owner", "State", "Answer by",
           "Answered on", "Working minutes to the answer", "Answer", "Votes", "Became", "We did", "You said, we did",
           "Closed on"]  # fmt: skip
    for each in found:
        became = each.entry.reference if each.entry else "a draft of the standard" if each.draft_id else ""
        yield [
            each.get_kind_display(), each.text, each.subject, each.by.name if each.by else "anonymous",
            day(each.raised_at), "yes" if each.is_open else "no", each.owner.name, each.get_state_display(),
            day(each.due_at), day(each.answered_at), each.answer_took, each.answer,
            each.agreed, became,  # type: ignore[attr-defined]
            {True: "yes", False: "no", None: ""}[each.we_did], each.outcome, day(each.closed_at),
        ]  # fmt: skip


def time_lines(times: Times) -> Iterator[list[Any]]:
    yield ["Month", "Kind", "Answered", "Median working time to the answer", "Late", "% within the promised time"]
    for month, each in times.rows:
        yield [month, each.name, each.done, each.median_respond, each.late, each.in_time_percent]
