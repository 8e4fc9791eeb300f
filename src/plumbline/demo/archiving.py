"""The ferries keep an archive of everything they own, and have thought about leaving, and stayed."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.archive.actions import ask_for_archive, ask_for_deletion, make_archive, withdraw_deletion


def tell_archive(telling: Telling, office: Office, anchor: date) -> None:
    """After everything else of the world, so that the archive has all of it."""
    evening = datetime.combine(anchor, time(18, 30))
    telling.add(evening - timedelta(weeks=30), lambda: _second_thoughts(office))
    telling.add(evening, lambda: make_archive(ask_for_archive(office.organisation, by=office.manager).pk))


def _second_thoughts(office: Office) -> None:
    ask_for_deletion(office.organisation, by=office.manager, name=office.organisation.name)
    withdraw_deletion(office.organisation, by=office.manager)
