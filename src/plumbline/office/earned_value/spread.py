"""Baseline, what was earned and what was paid, laid on the periods of the baseline."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plumbline.office.earned_value.models import ActualCost, BaselineLine, CostBaseline, EarnedEntry, ValuePeriod
from plumbline.office.earned_value.periods import end_of, ends_between, nearest
from plumbline.office.projects.models import Project

Steps = Mapping[str, list[Decimal]]
Known = list[Decimal | None]
ZERO = Decimal(0)


@dataclass(frozen=True)
class Spread:
    """By WBS element what came in each period; ``earned`` is cumulative, and ``None`` where nobody said.

    ``paid_until`` is how many periods have their costs: those up to the one with the last cost that is known.
    """

    ends: list[date]
    planned: Steps
    effort: Steps
    earned: Mapping[str, Known]
    paid: Steps
    paid_until: int

    @property
    def bac(self) -> Decimal:
        return sum((sum(each, ZERO) for each in self.planned.values()), ZERO)

    @property
    def planned_finish(self) -> date:
        last = max((at for each in self.planned.values() for at, amount in enumerate(each) if amount), default=0)
        return self.ends[last]

    def rows(self, project: Project) -> Iterator[ValuePeriod]:
        """Of each WBS element that is planned or earned, then of the project."""
        names = sorted({*self.planned, *self.earned})
        for name in names:
            ev, paid = self.earned.get(name) or self._unsaid(), self._paid(name) if self.is_assigned else None
            yield from self._of(project, name, False, self._planned(name), self._effort(name), ev, paid)
        planned, effort = (_added(map(get, names), len(self.ends)) for get in (self._planned, self._effort))
        paid = _added(iter(self.paid.values()), len(self.ends))
        yield from self._of(project, "", True, planned, effort, self._earned_in_all(), paid)

    @property
    def is_assigned(self) -> bool:
        """Whether every cost names an element; where one does not, nobody knows what an element did cost."""
        return not set(self.paid) - set(self.planned)

    def _planned(self, name: str) -> list[Decimal]:
        return self.planned.get(name) or [ZERO] * len(self.ends)

    def _effort(self, name: str) -> list[Decimal]:
        return self.effort.get(name) or [ZERO] * len(self.ends)

    def _paid(self, name: str) -> list[Decimal]:
        return self.paid.get(name) or [ZERO] * len(self.ends)

    def _unsaid(self) -> Known:
        """Where something of the project was said and nothing of this element, it has earned nothing."""
        return [None if each is None else ZERO for each in self._earned_in_all()]

    def _earned_in_all(self) -> Known:
        columns = zip(*self.earned.values(), strict=True)
        found = [None if None in each else sum(each, ZERO) for each in columns]
        return found or [None] * len(self.ends)

    def _of(
        self, project: Project, wbs: str, is_total: bool, planned: list[Decimal], effort: list[Decimal], ev: Known,
        paid: list[Decimal] | None,
    ) -> Iterator[ValuePeriod]:  # fmt: skip
        pv = ac = loe = said = ZERO
        for at, ends_on in enumerate(self.ends):
            came = paid[at] if paid is not None and at < self.paid_until else None
            pv, ac, loe = pv + planned[at], ac + (came or ZERO), loe + effort[at]
            now = ev[at]
            yield ValuePeriod(
                project=project, wbs=wbs, is_total=is_total, number=at + 1, ends_on=ends_on, pv=pv, ev=now, loe_pv=loe,
                ac=None if came is None else ac, pv_step=planned[at], ev_step=None if now is None else now - said,
                ac_step=came,
            )  # fmt: skip
            said = said if now is None else now


def _added(columns: Iterator[list[Decimal]], length: int) -> list[Decimal]:
    total = [ZERO] * length
    for each in columns:
        total = [one + other for one, other in zip(total, each, strict=True)]
    return total


def spread_of(baseline: CostBaseline) -> Spread:
    """Three queries. What was earned or paid before the baseline begins counts in its first period."""
    lines = list(BaselineLine.objects.filter(baseline=baseline))
    entries = list(EarnedEntry.objects.filter(baseline=baseline).order_by("as_of", "id"))
    costs = list(ActualCost.objects.filter(project=baseline.project_id).values_list("on", "wbs", "converted"))
    first = min(each.ends_on for each in lines)
    days = [each.ends_on for each in lines] + [each.as_of for each in entries] + [on for on, _, _ in costs]
    ends = ends_between(baseline.period, first, max(days))
    place = {day: at for at, day in enumerate(ends)}
    planned, effort, paid = (_empty(len(ends)) for _ in range(3))
    for line in lines:
        planned[line.wbs][place[line.ends_on]] += line.amount
        if line.is_level_of_effort:
            effort[line.wbs][place[line.ends_on]] += line.amount
    for on, wbs, amount in costs:
        paid[wbs][place.get(end_of(baseline.period, on), 0)] += amount
    last_paid = max((place.get(end_of(baseline.period, on), 0) for on, _, _ in costs), default=-1)
    return Spread(ends, planned, effort, _earned(entries, ends, baseline.period), paid, last_paid + 1)


def _empty(length: int) -> dict[str, list[Decimal]]:
    return defaultdict(lambda: [ZERO] * length)


def _earned(entries: list[EarnedEntry], ends: list[date], kind: str) -> dict[str, Known]:
    """Cumulative by WBS element; an element of which a later statement says nothing has what it had before."""
    found: dict[str, Known] = {each.wbs: [None] * len(ends) for each in entries}
    stated: dict[int, dict[str, Decimal]] = {}
    for each in entries:
        at = nearest(kind, ends, each.as_of)
        if at is not None:
            stated.setdefault(at, {})[each.wbs] = each.value
    known = dict.fromkeys(found, ZERO)
    for at in sorted(stated):
        known |= stated[at]
        for wbs, value in known.items():
            found[wbs][at] = value
    return found
