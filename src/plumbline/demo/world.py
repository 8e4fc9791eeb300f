"""Loads the demo world."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction

from plumbline.demo import gating
from plumbline.demo.accepting import tell_acceptance
from plumbline.demo.accepting_itself import tell_own_acceptance
from plumbline.demo.agreeing import tell_agreement
from plumbline.demo.appointing import tell_appointments
from plumbline.demo.archiving import tell_archive
from plumbline.demo.asking import tell_requests
from plumbline.demo.auditing import tell_audit
from plumbline.demo.beginning import tell_beginning
from plumbline.demo.benefiting import tell_benefits
from plumbline.demo.burning_up import tell_iterations
from plumbline.demo.chartering import tell_charter
from plumbline.demo.choosing import tell_choices
from plumbline.demo.communities import tell_communities
from plumbline.demo.deciding import tell_decisions
from plumbline.demo.delivering import Delivering
from plumbline.demo.documenting import tell_documents
from plumbline.demo.drafting import tell_draft
from plumbline.demo.feeling import tell_pulse
from plumbline.demo.forecasting import tell_forecasts
from plumbline.demo.founding import tell_culture, tell_founding
from plumbline.demo.gating import tell_gates
from plumbline.demo.judging import tell_competence
from plumbline.demo.keeping_time import tell_rhythm
from plumbline.demo.leading import tell_managers
from plumbline.demo.learning import tell_learning
from plumbline.demo.lending import tell_lending
from plumbline.demo.looking import tell_looks
from plumbline.demo.maturing import tell_maturity
from plumbline.demo.measuring import tell_measuring
from plumbline.demo.mentoring import tell_mentoring
from plumbline.demo.moving import tell_migration
from plumbline.demo.offering import tell_products
from plumbline.demo.office import ZONE, Office, found
from plumbline.demo.owning import tell_progress
from plumbline.demo.packing import tell_packs
from plumbline.demo.parting import tell_parting
from plumbline.demo.partnering import tell_serving
from plumbline.demo.people import CITY, CITY_PEOPLE, FERRIES, FERRIES_PEOPLE, UNITS
from plumbline.demo.programmes import depots_and_energy, neighbour, smart_ticketing, streets_and_cycling, tram_and_rail
from plumbline.demo.reading import tell_reading
from plumbline.demo.registering import tell_registers
from plumbline.demo.reporting_status import tell_reports
from plumbline.demo.schooling import tell_schooling
from plumbline.demo.serving import tell_services
from plumbline.demo.signalling import tell_signals
from plumbline.demo.stakeholding import tell_stakeholders
from plumbline.demo.stories import Story
from plumbline.demo.strategising import tell_strategy
from plumbline.demo.telling import Telling
from plumbline.demo.testing_it import tell_tests
from plumbline.demo.tracking import tell_work
from plumbline.demo.valuing import tell_value
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.jobs import drop_waiting_tasks
from plumbline.office.people.models import Organisation
from plumbline.office.projects.actions import create_portfolio, create_programme
from plumbline.office.projects.models import Portfolio

CITY_PROGRAMMES = (tram_and_rail, smart_ticketing, streets_and_cycling, depots_and_energy)
WEEKS_TOLD = 104


def load(anchor: date | None = None, progress: Callable[[str], object] = print) -> bool:
    """Loads the world as of ``anchor``, a Monday (default: this week's). Does nothing if it is there already.

    The same anchor gives the same world. All of it is loaded or nothing; returns whether anything was.
    """
    if Organisation.objects.filter(name=CITY).exists():
        progress("The demo world is loaded already.")
        return False
    anchor = anchor or this_monday()
    if anchor.weekday():
        raise ValueError(f"{anchor} is not a Monday.")
    with transaction.atomic():
        _load(anchor, progress)
    return True


def this_monday() -> date:
    today = now().astimezone(ZoneInfo(ZONE)).date()
    return today - timedelta(days=today.weekday())


def stories() -> list[Story]:
    """Every project of the world, the neighbour's last."""
    return [story for programme in (*CITY_PROGRAMMES, neighbour) for story in programme.STORIES]


def _load(anchor: date, progress: Callable[[str], object]) -> None:
    telling = Telling(ZoneInfo(ZONE))
    begin = datetime.combine(anchor - timedelta(weeks=WEEKS_TOLD), time(9))
    progress(f"Two years of {CITY}, up to {anchor:%-d %B %Y}:")
    telling.add(begin, lambda: _city(telling_of_projects, anchor, progress))
    telling.add(begin + timedelta(weeks=50), lambda: _ferries(telling_of_projects, anchor, progress))
    telling_of_projects = Telling(ZoneInfo(ZONE))
    telling.tell()
    progress("  plans, updates and assessments, week by week ...")
    telling_of_projects.tell()
    drop_waiting_tasks()


def _city(telling: Telling, anchor: date, progress: Callable[[str], object]) -> None:
    office = found(CITY, CITY_PEOPLE, UNITS, standard="predictive")
    portfolio = create_portfolio(
        office.organisation,
        by=office.manager,
        name="Smart mobility",
        purpose="Everything that makes the city easier to cross without a car.",
    )
    for programme in CITY_PROGRAMMES:
        _programme(office, portfolio, programme.NAME, programme.PURPOSE, programme.STORIES, telling, anchor)
        tell_documents(telling, office, programme.STORIES, anchor)
        tell_reports(telling, office, programme.STORIES, anchor)
        progress(f"  {programme.NAME}: {', '.join(each.name for each in programme.STORIES)}")
    tell_migration(telling, office, anchor)
    tell_decisions(telling, office, anchor)
    tell_parting(telling, office, anchor)
    tell_gates(telling, office, anchor, gating.CITY)
    tell_reading(telling, office, anchor)
    tell_requests(telling, office, anchor)
    tell_registers(telling, office, anchor)
    tell_measuring(telling, office, anchor)
    tell_audit(telling, office, anchor)
    tell_stakeholders(telling, office, anchor)
    tell_agreement(telling, office, anchor)
    tell_packs(telling, office, anchor)
    _what_is_delivered(telling, office, anchor)
    tell_culture(telling, office, anchor)
    tell_charter(telling, office, anchor)
    tell_managers(telling, office, anchor)
    tell_mentoring(telling, office, anchor)
    tell_communities(telling, office, anchor)
    tell_signals(telling, office, anchor)
    tell_services(telling, office, anchor)
    tell_maturity(telling, office, anchor)
    tell_rhythm(telling, office, anchor)
    tell_learning(telling, office, anchor)
    tell_schooling(telling, office, anchor)
    tell_pulse(telling, office, anchor)
    tell_competence(telling, office, anchor)


def _what_is_delivered(telling: Telling, office: Office, anchor: date) -> None:
    tell_strategy(telling, office, anchor)
    tell_choices(telling, office, anchor)
    tell_benefits(telling, office, anchor)
    tell_lending(telling, office, anchor)
    tell_acceptance(telling, office, anchor)
    tell_tests(telling, office, anchor)
    tell_looks(telling, office, anchor)
    tell_beginning(telling, office, anchor)
    tell_work(telling, office, anchor)
    tell_progress(telling, office, anchor)
    tell_products(telling, office, anchor)
    tell_iterations(telling, office, anchor)
    tell_value(telling, office, stories(), anchor)
    tell_forecasts(telling, office, anchor)
    tell_draft(telling, office, anchor)
    tell_own_acceptance(telling, office, anchor)


def _ferries(telling: Telling, anchor: date, progress: Callable[[str], object]) -> None:
    office = found(FERRIES, FERRIES_PEOPLE, {}, standard="pm2")
    portfolio = create_portfolio(office.organisation, by=office.manager, name="Ferries")
    _programme(office, portfolio, neighbour.NAME, neighbour.PURPOSE, neighbour.STORIES, telling, anchor)
    tell_gates(telling, office, anchor, gating.FERRIES)
    tell_measuring(telling, office, anchor)
    tell_archive(telling, office, anchor)
    tell_founding(telling, office, anchor)
    tell_serving(telling, office, anchor)
    progress(f"  {FERRIES}: {', '.join(each.name for each in neighbour.STORIES)}")


def _programme(
    office: Office,
    portfolio: Portfolio,
    name: str,
    purpose: str,
    stories: tuple[Story, ...],
    telling: Telling,
    anchor: date,
) -> None:
    programme = create_programme(portfolio, by=office.manager, name=name, purpose=purpose)
    for story in stories:
        Delivering(office, programme, story, anchor).tell(telling)
    tell_appointments(telling, office, stories, anchor)
