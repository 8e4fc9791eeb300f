"""The board gets a pack every month: the one of a month ago, this week's, and a schedule for those to come."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.reporting.actions import ask_for_report, choose_accent, make, publish, schedule_report
from plumbline.office.reporting.models import Snapshot

ACCENT = "#1f4e5f"
WEEKS_BETWEEN = 4


def tell_packs(telling: Telling, office: Office, anchor: date) -> None:
    """After everything else of their day."""
    evening = datetime.combine(anchor, time(17, 30))
    telling.add(evening - timedelta(weeks=WEEKS_BETWEEN), lambda: _pack(office))
    telling.add(evening, lambda: _pack(office))
    telling.add(evening, lambda: _schedule(office))


def _pack(office: Office) -> None:
    organisation, by = office.organisation, office.manager
    choose_accent(organisation, by=by, accent=ACCENT)
    last = Snapshot.objects.filter(organisation=organisation, report="board_pack").first()
    asked = ask_for_report(organisation, by=by, report="board_pack", parameters={"scope": "all"}, previous=last)
    pack = make(asked.pk)
    assert pack is not None
    publish(pack, by=by, readers=[office.people["osric"]])


def _schedule(office: Office) -> None:
    schedule_report(
        office.organisation,
        by=office.manager,
        report="board_pack",
        scope="all",
        every="month",
        weekday=0,
        recipients=[office.people["osric"]],
    )
