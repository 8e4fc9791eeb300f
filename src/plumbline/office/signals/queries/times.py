"""How long answers took, in working time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from statistics import median
from zoneinfo import ZoneInfo

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.services.queries import Sums
from plumbline.office.services.queries.value import instants
from plumbline.office.signals.models import Kind, Signal


@dataclass(frozen=True, slots=True)
class Times:
    """``by_kind`` of all months; ``months`` of all kinds and ``rows`` of each kind by month, in order of time.

    ``done`` of each are the answers given, ``respond`` what each took in working minutes.
    """

    whole: Sums
    by_kind: dict[str, Sums]
    months: list[Sums]
    rows: list[tuple[str, Sums]]

    @property
    def line(self) -> list[dict[str, object]]:
        """The median of each month in hours, for its picture."""
        return [
            {"name": each.name, "value": round(median(each.respond) / 60, 1) if each.respond else None}
            for each in self.months
        ]


LATELY = timedelta(days=365)


def lately(organisation: Organisation) -> Times:
    """Of the last twelve months; two queries."""
    day = today(organisation)
    return answer_times(organisation, day - LATELY, day, now())


def answer_times(organisation: Organisation, first: date, last: date, moment: datetime) -> Times:
    """Of what was answered in the period, and of what was due in it and waits at ``moment`` still; two queries."""
    zone, period = ZoneInfo(organisation.time_zone), instants(organisation, first, last)
    whole, months = Sums("All kinds"), dict[str, Sums]()
    by_kind = {kind.value: Sums(str(kind.label)) for kind in Kind}
    rows: dict[tuple[str, str], Sums] = {}

    def counted_in(signal: Signal, at: datetime) -> tuple[Sums, ...]:
        month, label = f"{at.astimezone(zone):%Y-%m}", str(signal.get_kind_display())
        of_both = rows.setdefault((month, label), Sums(label))
        return whole, by_kind[signal.kind], months.setdefault(month, Sums(month)), of_both

    found = Signal.objects.filter(organisation=organisation).only("kind", "answered_at", "answer_took", "due_at")
    for each in found.filter(answered_at__range=period):
        for sums in counted_in(each, each.answered_at) if each.answered_at else ():
            sums.done += 1
            sums.respond.append(each.answer_took or 0)
            sums.in_time += each.is_in_time is True
            sums.late += each.is_in_time is False
    for each in found.filter(state=Signal.State.NEW, due_at__range=period, due_at__lt=moment):
        for sums in counted_in(each, each.due_at) if each.due_at else ():
            sums.late += 1
    ordered = [(month, sums) for (month, _), sums in sorted(rows.items())]
    return Times(whole, by_kind, [months[each] for each in sorted(months)], ordered)
