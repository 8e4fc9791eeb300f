"""The city says how it works; the ferries are in the middle of their set-up."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.founding import actions


def tell_culture(telling: Telling, office: Office, anchor: date) -> None:
    begun = datetime.combine(anchor, time(10)) - timedelta(weeks=60)
    telling.add(begun, lambda: _city(office))
    telling.add(begun + timedelta(weeks=40), lambda: _city_overrules(office))


def tell_founding(telling: Telling, office: Office, anchor: date) -> None:
    """Four steps are answered; the standard comes next."""
    telling.add(datetime.combine(anchor, time(10)) - timedelta(days=3), lambda: _ferries(office))


def _city(office: Office) -> None:
    actions.record_culture(
        office.organisation,
        by=office.manager,
        sector="government",
        formality="moderate",
        decisions="consensus",
        agile_share=15,
        projects_a_year=24,
        maturity=3,
    )


def _city_overrules(office: Office) -> None:
    reason = "Our engineers know it from their suppliers, and their plans are networks."
    actions.overrule(office.organisation, by=office.manager, key="standard", value="predictive", reason=reason)


def _ferries(office: Office) -> None:
    told: dict[str, dict[str, Any]] = {
        "who": {
            "sector": "business",
            "projects_a_year": 6,
            "agile_share": 30,
            "decisions": "delegated",
            "formality": "light",
            "appetite": "balanced",
            "maturity": 1,
        },
        "challenges": {
            "chosen": ["surprised_by_red", "forecasts_are_wrong"],
            "own": "The tide waits for no change request",
        },
        "authority": {
            "office_name": "Project harbour",
            "reach": "enterprise",
            "control": "supportive",
            "purpose": "So that every refit is back on the water before the season begins.",
        },
        "services": {"chosen": ["report_to_management", "control_performance", "scoreboard"]},
    }
    for step, said in told.items():
        actions.answer_step(office.organisation, step, by=office.manager, said=said)
