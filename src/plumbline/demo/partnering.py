"""The city's office works for the ferries: an agreement, hours, requests, and days on which neither works."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal

from plumbline.demo.office import Office
from plumbline.demo.people import CITY
from plumbline.demo.serving import Ask, tell_asked
from plumbline.demo.telling import Telling
from plumbline.office.clients import actions
from plumbline.office.clients.models import Agreement
from plumbline.office.people.actions import add_holiday, edit_organisation, import_holidays, set_working_week
from plumbline.office.people.models import Language, Organisation
from plumbline.office.people.queries import today
from plumbline.office.reporting.actions import choose_accent
from plumbline.office.services import actions as service_actions

SHOWN_NOW = ("gates", "health_counts", "hours", "late_reports", "satisfaction", "service_requests")
SHOWN_AT_FIRST = (*SHOWN_NOW, "project_names")
FERRIES_ACCENT = "#7a3b12"
DAYS_OFF = ("01-01,New Year's Day", "05-01,Day of the bridges", "08-15,Harbour day", "12-25,Christmas Day")
EVENINGS = ((9 * 60, 12 * 60), (13 * 60, 20 * 60))
USUAL = ((9 * 60, 13 * 60), (14 * 60, 18 * 60))


ASKED = (
    Ask("specialised_tasks", "hanno", "A plan for the winter docking", 160, 52, 5),
    Ask("risk_database", "runa", "What can go wrong on the long crossing?", 133, 28, 4),
    Ask("control_performance", "hanno", "Is the new gangway late?", 104, 24, 4),
    Ask(
        "specialised_tasks", "hanno", "Minutes of the talk with the yard", 69, 220, 2, outcome="Late: it was two talks."
    ),
    Ask("control_performance", "runa", "Look at the yard's plan before we sign", 41, 48, 5),
    Ask("risk_database", "hanno", "Ice on the ramps", 20, 26),
    Ask("specialised_tasks", "runa", "A drawing of who waits for the yard", 4, 0),
)
WORKER = "quill"


def tell_serving(telling: Telling, client: Office, anchor: date) -> None:
    """Told by the ferries, whose first day is later: the city is there by then."""
    morning = datetime.combine(anchor, time(10))
    telling.add(morning - timedelta(weeks=30), lambda: _settle(client, anchor))
    telling.add(morning - timedelta(weeks=26), lambda: _agree(client))
    telling.add(morning - timedelta(weeks=25), lambda: _offer_services(client))
    tell_asked(telling, client, anchor, ASKED, [WORKER])
    telling.add(morning - timedelta(weeks=3), lambda: _show_less(client))


def _settle(client: Office, anchor: date) -> None:
    """The last boat sails at eight on Fridays. Years there begin in April, and mail is German."""
    organisation, by = client.organisation, client.manager
    now = {"name": organisation.name, "time_zone": organisation.time_zone, "currency": organisation.currency}
    edit_organisation(organisation, by=by, **now, fiscal_year_starts_in=4, mail_language=Language.GERMAN)
    choose_accent(organisation, by=by, accent=FERRIES_ACCENT)
    set_working_week(organisation, by=by, windows=[USUAL] * 4 + [EVENINGS, (), ()])
    days = [f"{year}-{each}" for year in (anchor.year, anchor.year + 1) for each in DAYS_OFF]
    import_holidays(organisation, by=by, text="\n".join(days))
    add_holiday(organisation, by=by, on=date(anchor.year, 6, 21), name="Longest day, no boat at night")


def _agree(client: Office) -> None:
    provider = _city()
    offerer = provider.memberships.get(role="pmo_manager").person
    agreement, code = actions.offer_agreement(
        provider, by=offerer, side="provider", grants=SHOWN_AT_FIRST, note="As talked about at the harbour."
    )
    actions.type_code(client.organisation, by=client.manager, code=code)
    actions.accept_agreement(agreement, organisation=client.organisation, by=client.manager)
    actions.offer_standard(agreement, organisation=provider, by=offerer)


def _offer_services(client: Office) -> None:
    """Who does the work is the consultant, whose hours the city counts as its own."""
    taken = service_actions.take_from_catalogue(
        client.organisation, dict.fromkeys(each.service for each in ASKED), by=client.manager
    )
    for service in taken:
        service_actions.change_service(service, by=client.manager, owner=client.people[WORKER])
    first = today(client.organisation)
    service_actions.set_rate(client.organisation, by=client.manager, per_hour=Decimal(92), since=first)


def _show_less(client: Office) -> None:
    agreement = Agreement.objects.get(client=client.organisation)
    actions.narrow_agreement(agreement, organisation=client.organisation, by=client.manager, grants=SHOWN_NOW)


def _city() -> Organisation:
    """The other organisation in which the consultant works."""
    return Organisation.objects.get(name=CITY)
