"""Classes of what became of estimates: made, filled, taken from finished projects, and compared with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError

from engine.small_project import sound_schedule
from office.conftest import Enrol
from office.forecasts.conftest import NOW
from office.forecasts.test_targets import again, only_card, promised, sentence
from plumbline.engine.targets import Source, Verdict
from plumbline.office.forecasts import actions
from plumbline.office.forecasts.models import ReferenceCase, ReferenceClass
from plumbline.office.forecasts.queries.class_page import class_page
from plumbline.office.forecasts.queries.classes import cases_of
from plumbline.office.forecasts.queries.outside_page import outside_views
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_project, record_plan
from plumbline.office.projects.models import Project

RATIOS = (90, 100, 105, 110, 115, 120, 130, 140, 160, 200)


@pytest.fixture
def staff(harbour: Organisation, enrol: Enrol) -> Membership:
    return enrol(harbour, Role.PMO_STAFF, "Ola")


@pytest.fixture
def quays(harbour: Organisation, staff: Membership) -> ReferenceClass:
    return actions.make_class(harbour, by=staff.person, name="Quays", subject="duration", about="New quays.")


def filled(quays: ReferenceClass, staff: Membership) -> ReferenceClass:
    rows = [{"name": f"Quay {each}", "estimate": Decimal(100), "actual": Decimal(each)} for each in RATIOS]
    assert actions.put_cases(quays, by=staff.person, rows=rows) == len(rows)
    return quays


def test_a_class_says_nothing_until_it_has_its_least_cases(quays: ReferenceClass, staff: Membership) -> None:
    actions.put_case(quays, by=staff.person, name="Quay 1", estimate=Decimal(100), actual=Decimal(130))
    page = class_page(quays)
    assert page.ratios.too_few == "Quays has 1 case; 10 are needed before it says anything."
    assert page.uplifts == []


def test_a_filled_class_says_what_to_add_at_each_chance(quays: ReferenceClass, staff: Membership) -> None:
    page = class_page(filled(quays, staff))
    assert [each.uplift for each in page.uplifts] == [17.5, 24.0, 33.0, 44.0, 64.0]
    assert page.rows[0].case.name == "Quay 200"


def test_the_same_table_a_second_time_adds_nothing(quays: ReferenceClass, staff: Membership) -> None:
    filled(quays, staff)
    rows = [{"name": f"Quay {each}", "estimate": Decimal(100), "actual": Decimal(each)} for each in RATIOS]
    assert actions.put_cases(quays, by=staff.person, rows=rows) == 0


def test_a_case_is_corrected_and_removed_without_losing_what_was_said(quays: ReferenceClass, staff: Membership) -> None:
    for actual in (130, 140):
        actions.put_case(quays, by=staff.person, name="Quay 1", estimate=Decimal(100), actual=Decimal(actual))
    assert [each.actual for each in cases_of(quays)] == [140]
    actions.remove_case(quays, by=staff.person, name="Quay 1", reason="It was a bridge.")
    assert cases_of(quays) == []
    assert ReferenceCase.objects.filter(reference_class=quays).count() == 3


@pytest.mark.parametrize("told", [{"estimate": 0, "actual": 5}, {"estimate": 5, "actual": -5}])
def test_a_case_without_an_estimate_or_an_end_is_refused(
    quays: ReferenceClass, staff: Membership, told: dict[str, int]
) -> None:
    with pytest.raises(ValidationError):
        actions.put_case(quays, by=staff.person, name="Quay", **{key: Decimal(each) for key, each in told.items()})


def test_costs_need_their_prices(harbour: Organisation, staff: Membership) -> None:
    with pytest.raises(ValidationError, match="in which prices"):
        actions.make_class(harbour, by=staff.person, name="Quays", subject="cost")


def test_a_finished_project_becomes_a_case_by_its_baseline(
    quays: ReferenceClass, project: Project, staff: Membership
) -> None:
    done = create_project(project.organisation, by=None, code="Q-0", name="Old quay", portfolio=project.portfolio)
    record_plan(done, by=None, schedule=_finished(), source_format="csv")
    case = actions.take_finished_project(quays, again(done), by=staff.person)
    assert (case.estimate, case.actual, case.ended_on) == (26, 40, date(2026, 4, 10))


def test_a_project_that_goes_on_is_no_case(quays: ReferenceClass, project: Project, staff: Membership) -> None:
    with pytest.raises(ValidationError, match="has not finished"):
        actions.take_finished_project(quays, project, by=staff.person)


def test_the_outside_view_makes_a_promise_realistic_or_not(
    quays: ReferenceClass, project: Project, manager: Membership, staff: Membership
) -> None:
    promised(project, manager, day=date(2026, 4, 3))
    filled(quays, staff)
    actions.compare(project, by=manager.person, subject="duration", reference_class=quays, because="A quay.")
    card = only_card(project)
    # 18 days are still to come, 7 more are in hand: an allowance of 39 %, within which 7 of 10 stayed
    assert sentence(card, Source.OUTSIDE_VIEW) == "Of 10 of Quays, 70 % kept a promise with that much in hand."
    assert card.card.verdict is Verdict.IN_DOUBT
    promised(project, manager, number=1, day=date(2026, 4, 24))
    assert only_card(project).card.verdict is Verdict.REALISTIC


def test_a_published_class_shows_how_sure_its_figures_are(project: Project, manager: Membership) -> None:
    published = "cost_uplifts/roads/cost"
    actions.compare(project, by=manager.person, subject="cost", published=published, because="A road.")
    _, cost = outside_views(again(project))
    assert [round(each.value or 0) for each in cost.rows] == [46_000, 49_600, 50_800, 52_800, 58_000]
    assert cost.rows[0].certainty == "checked against its source"
    assert cost.rows[1].certainty == "from memory, not checked yet"


@pytest.mark.parametrize("told", [{"published": "nowhere"}, {"published": "cost_uplifts/roads/cost"}, {"because": " "}])
def test_what_cannot_be_compared_is_refused(project: Project, manager: Membership, told: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        actions.compare(project, by=manager.person, **({"subject": "duration", "because": "So."} | told))


def test_a_class_of_another_office_is_none(
    project: Project, manager: Membership, northern: Organisation, enrol: Enrol
) -> None:
    stranger = enrol(northern, Role.PMO_STAFF, "Nils")
    theirs = actions.make_class(northern, by=stranger.person, name="Lines", subject="duration")
    with pytest.raises(ValidationError, match="of this office"):
        actions.compare(project, by=manager.person, subject="duration", reference_class=theirs, because="So.")


def _finished() -> Any:
    """The sound plan of 2 to 27 March, done on 10 April."""
    last = datetime(2026, 4, 10, 17)
    schedule = sound_schedule()
    done = tuple(
        replace(each, remaining=0, percent_complete=100.0, actual_start=each.actual_start or NOW.replace(tzinfo=None),
                actual_finish=each.actual_finish or last)
        for each in schedule.activities
    )  # fmt: skip
    return replace(schedule, activities=done, data_date=datetime(2026, 4, 13, 8))
