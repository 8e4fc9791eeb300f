"""What two of the city's projects were to cost by when, and what they did: one within its money, one far beyond it.

Solar roofs pays a part in Swiss francs, so the office keeps rates; School streets is small and goes as planned.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from plumbline.demo.delivering import TIME_TO_AGREE, TIME_TO_UPDATE
from plumbline.demo.office import Office
from plumbline.demo.stories import Story
from plumbline.demo.telling import Telling
from plumbline.office.earned_value import actions
from plumbline.office.earned_value.models import PeriodKind, TableKind, ValuePeriod, ValueStanding
from plumbline.office.projects.models import Project

RATES = ((60, "1.0412"), (48, "1.0467"), (36, "1.0533"), (24, "1.0581"), (12, "1.0645"), (1, "1.0610"))
"""Francs by weeks before the anchor."""
CENT = Decimal("0.01")


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """``dearer`` is what a euro of earned value did cost, from the first update to the latest.

    ``in_francs`` is the share of each bill that is paid in francs.
    """

    code: str
    dearer: tuple[str, str]
    in_francs: str = "0"


LEDGERS = (
    Ledger(code="DE-03", dearer=("1.02", "1.34"), in_francs="0.3"),
    Ledger(code="SC-04", dearer=("1.00", "0.98")),
)


def tell_value(telling: Telling, office: Office, stories: list[Story], anchor: date) -> None:
    """Each is promised with the plan it began with; every later plan brings progress, and its bills a day later."""
    for weeks, rate in RATES:
        telling.add(
            _monday(anchor, weeks),
            lambda w=weeks, r=rate: _rate(office, anchor - timedelta(weeks=w), r),  # type: ignore[misc]
        )
    for ledger in LEDGERS:
        story = next(each for each in stories if each.code == ledger.code)
        first, *later = story.data_dates(anchor)
        telling.add(first + TIME_TO_UPDATE + TIME_TO_AGREE, _promise(office, ledger.code))
        for number, moment in enumerate(later, start=1):
            dearer = _between(ledger.dearer, Decimal(number) / len(later))
            telling.add(moment + TIME_TO_UPDATE + TIME_TO_AGREE, _bills(office, ledger, dearer))


def _monday(anchor: date, weeks: int) -> datetime:
    return datetime.combine(anchor - timedelta(weeks=weeks), datetime.min.time()) + timedelta(hours=7)


def _between(ends: tuple[str, str], share: Decimal) -> Decimal:
    first, last = map(Decimal, ends)
    return first + (last - first) * share


def _rate(office: Office, on: date, rate: str) -> None:
    actions.enter_rate(
        office.organisation, by=office.manager, currency="CHF", on=on, rate=Decimal(rate), source="Central bank"
    )


def _promise(office: Office, code: str) -> Callable[[], None]:
    def promise() -> None:
        project = Project.objects.get(organisation=office.organisation, code=code)
        assert project.current_plan is not None
        actions.promise_by_plan(
            project, by=project.manager, plan_version=project.current_plan, currency=office.organisation.currency,
            period=PeriodKind.WEEK, reason="Approved with the plan at the gate for delivery.",
        )  # fmt: skip

    return promise


def _bills(office: Office, ledger: Ledger, dearer: Decimal) -> Callable[[], None]:
    """What was earned since the last time, at its price, on the last days before the data date."""

    def hand_in() -> None:
        project = Project.objects.get(organisation=office.organisation, code=ledger.code)
        before = _earned(project)
        actions.take_progress(project.pk)
        until = ValueStanding.objects.get(project=project).as_of
        assert until is not None
        home, francs = office.organisation.currency, Decimal(ledger.in_francs)
        came = {wbs: (value - before.get(wbs, 0)) * dearer for wbs, value in _earned(project).items()}
        lines = [line for wbs, cost in came.items() if cost > 0 for line in _lines(until, wbs, cost, francs, home)]
        if not lines:
            return
        text = "Posting date,WBS,Amount,Currency,Invoice\n" + "".join(lines)
        kept = actions.keep_table(
            project, by=project.manager, kind=TableKind.ACTUAL, name=f"ledger {until}.csv", content=text.encode()
        )
        actions.take_up_table(kept, by=project.manager)

    return hand_in


def _earned(project: Project) -> dict[str, Decimal]:
    """By WBS element, by the last period that is known."""
    until = ValueStanding.objects.get(project=project).as_of
    if until is None:
        return {}
    rows = ValuePeriod.objects.filter(project=project, is_total=False, ends_on=until, ev__isnull=False)
    return {each.wbs: each.ev for each in rows if each.ev is not None}


def _lines(until: date, wbs: str, came: Decimal, in_francs: Decimal, home: str) -> list[str]:
    at_home = (came * (1 - in_francs)).quantize(CENT)
    found = [f"{until - timedelta(days=3)},{wbs},{at_home},{home},{until:%y%m}-1\n"]
    if in_francs:
        found.append(f"{until - timedelta(days=5)},{wbs},{(came * in_francs).quantize(CENT)},CHF,{until:%y%m}-2\n")
    return found
