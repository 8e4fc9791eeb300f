"""How long answers took, in working time."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from statistics import median
from zoneinfo import ZoneInfo

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
        return [{"name": each.name, "value": round(median(each.respond) / 60, 1)} for each in self.months]


LATELY = timedelta(days=365)


def lately(organisation: Organisation) -> Times:
    """Of the last twelve months; one query."""
    day = today(organisation)
    return answer_times(organisation, day - LATELY, day)


def answer_times(organisation: Organisation, first: date, last: date) -> Times:
    """Of what was answered in the period; one query."""
    zone = ZoneInfo(organisation.time_zone)
    whole, by_kind, months = Sums("All kinds"), _of_kinds(), dict[str, Sums]()
    rows: dict[tuple[str, str], Sums] = {}
    found = Signal.objects.filter(
        organisation=organisation, answered_at__range=instants(organisation, first, last), answer_took__isnull=False
    )
    for each in found.order_by("answered_at", "pk").only("kind", "answered_at", "answer_took", "due_at"):
        if (at := each.answered_at) is None or each.answer_took is None:
            continue
        month, label = f"{at.astimezone(zone):%Y-%m}", str(each.get_kind_display())
        of_month = months.setdefault(month, Sums(month))
        of_both = rows.setdefault((month, label), Sums(label))
        for sums in (whole, by_kind[each.kind], of_month, of_both):
            sums.done += 1
            sums.respond.append(each.answer_took)
            sums.in_time += each.due_at is not None and at <= each.due_at
            sums.late += each.due_at is not None and at > each.due_at
    ordered = sorted(rows.items())
    return Times(whole, by_kind, list(months.values()),
                 [(month, sums) for (month, _), sums in ordered])  # fmt: skip


def _of_kinds() -> dict[str, Sums]:
    return {kind.value: Sums(str(kind.label)) for kind in Kind}
