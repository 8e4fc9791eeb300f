"""Amber or red asks for a plan; the evidence decides whether it worked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from office.status.parting import found, report, show_evidence, tell, week
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project
from plumbline.office.registers.actions import add_entry
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.status.actions.go_to_green import Step, add_step, judge_plans, plan_go_to_green, withdraw_plan
from plumbline.office.status.jobs import work_on_what_is_due
from plumbline.office.status.models import GoToGreenPlan
from plumbline.office.status.queries.dimension_page import notes_on
from plumbline.office.status.queries.go_to_green import success_in, without_plan

pytestmark = pytest.mark.django_db
BEGIN = date(2026, 3, 9)
GREEN_ON = BEGIN + timedelta(weeks=6)


@pytest.fixture(autouse=True)
def _begin() -> Iterator[None]:
    with week(0):
        yield


@pytest.fixture
def quay(harbour: Organisation, mira: Person) -> Project:
    publish_builtin(harbour, "predictive", by=None)
    return found(harbour, "Q1", mira)


def planned(project: Project, by: Person, **given: Any) -> GoToGreenPlan:
    said: dict[str, Any] = {
        "approach": "A second crew until the signals are up.",
        "owner": by,
        "green_on": GREEN_ON,
        "steps": [Step("Hire a second crew", by, BEGIN + timedelta(weeks=1))],
    }
    return plan_go_to_green(project, "schedule", by=by, **said | given)


def outcome(plan: GoToGreenPlan) -> str:
    plan.refresh_from_db()
    return plan.outcome


def test_amber_or_red_without_a_plan_is_missing_one(quay: Project, harbour: Organisation, mira: Person) -> None:
    tell(quay, ("green", "red"))
    assert notes_on(quay)["schedule"].needs_plan
    assert "schedule" in {each.dimension for each in without_plan(harbour)}
    planned(quay, mira)
    assert not notes_on(quay)["schedule"].needs_plan
    assert "schedule" not in {each.dimension for each in without_plan(harbour)}


def test_amber_in_the_report_alone_asks_for_a_plan_as_well(quay: Project, harbour: Organisation) -> None:
    tell(quay, ("amber", "green"))
    assert [(each.dimension, each.reported) for each in without_plan(harbour)] == [("schedule", "amber")]


def test_its_actions_are_in_the_register_with_owner_and_day(quay: Project, mira: Person) -> None:
    tell(quay, ("red", "red"))
    known = add_entry(quay, Kind.ACTION, by=mira, title="Ask the supplier")
    plan = planned(quay, mira, entries=[known])
    assert {each.title for each in plan.actions.all()} == {"Ask the supplier", "Hire a second crew"}
    hired = Entry.objects.get(title="Hire a second crew")
    assert (hired.kind, hired.owner, hired.due_on) == ("action", mira, BEGIN + timedelta(weeks=1))
    add_step(plan, Step("Work on Saturdays", mira, GREEN_ON), by=mira)
    assert plan.actions.count() == 3


def test_it_worked_when_the_evidence_is_green_in_time(quay: Project, mira: Person, harbour: Organisation) -> None:
    tell(quay, ("red", "red"))
    plan = planned(quay, mira)
    assert judge_plans() == 0
    with week(4):
        show_evidence(quay, "green")
        work_on_what_is_due()
    assert outcome(plan) == "worked"
    assert plan.assessment == quay.assessments.first()
    assert (success_in(harbour).percent, success_in(harbour).decided) == (100.0, 1)
    assert Notice.objects.filter(person=mira, kind="go_to_green").count() == 1


def test_it_failed_when_its_day_has_gone_by(quay: Project, mira: Person, harbour: Organisation) -> None:
    tell(quay, ("red", "red"))
    plan = planned(quay, mira)
    with week(6):
        assert judge_plans() == 0
    with week(6.2):
        show_evidence(quay, "green")
        assert judge_plans() == 1
        assert judge_plans() == 0
    assert outcome(plan) == "failed"
    assert success_in(harbour).percent == 0.0


def test_unknown_evidence_never_makes_it_work(quay: Project, mira: Person) -> None:
    tell(quay, ("red", "red"))
    plan = planned(quay, mira)
    with week(5):
        report(quay, "green")
        assert judge_plans() == 0
    assert outcome(plan) == "running"


def test_where_only_the_report_was_not_green_the_report_decides(quay: Project, mira: Person) -> None:
    tell(quay, ("amber", "green"))
    plan = planned(quay, mira)
    with week(3):
        show_evidence(quay, "green")
        assert judge_plans() == 0
    with week(4):
        report(quay, "green")
        assert judge_plans() == 1
    assert outcome(plan) == "worked"
    assert plan.report == quay.reports.first()


def test_a_withdrawn_plan_counts_neither_way_and_says_why(quay: Project, mira: Person, harbour: Organisation) -> None:
    tell(quay, ("red", "red"))
    plan = planned(quay, mira)
    with pytest.raises(ValidationError, match="Say why"):
        withdraw_plan(plan, by=mira, because=" ")
    withdraw_plan(plan, by=mira, because="The scope is cut instead.")
    assert outcome(plan) == "withdrawn"
    assert success_in(harbour).percent is None
    with pytest.raises(ValidationError, match="not running any more"):
        add_step(plan, Step("Too late", mira, GREEN_ON), by=mira)
    planned(quay, mira)


def test_one_plan_runs_at_a_time(quay: Project, mira: Person) -> None:
    tell(quay, ("red", "red"))
    planned(quay, mira)
    with pytest.raises(ValidationError, match="has a go-to-green plan already"):
        planned(quay, mira)


def test_what_is_green_on_both_sides_asks_for_no_plan(quay: Project, mira: Person) -> None:
    tell(quay, ("green", "green"))
    with pytest.raises(ValidationError, match="nothing to plan"):
        planned(quay, mira)


def test_what_is_wrong_is_told_at_its_field_and_nothing_is_kept(quay: Project, mira: Person) -> None:
    tell(quay, ("red", "red"))
    late = Step("Too late", mira, GREEN_ON + timedelta(days=1), row=2)
    for given, field in (
        ({"green_on": BEGIN}, "green_on"),
        ({"green_on": BEGIN + timedelta(days=400)}, "green_on"),
        ({"approach": " "}, "approach"),
        ({"steps": []}, "title_1"),
        ({"steps": [late]}, "due_on_2"),
    ):
        with pytest.raises(ValidationError) as refused:
            planned(quay, mira, **given)
        assert list(refused.value.error_dict) == [field]
    assert not Entry.objects.exists()


def test_an_action_is_told_whole_or_not_at_all(
    quay: Project, mira: Person, signed_in: Callable[[Person], Client]
) -> None:
    tell(quay, ("red", "red"))
    address = f"/o/harbour-works/projects/{quay.pk}/status/schedule/go-to-green/"
    said = {"approach": "A second crew.", "owner": mira.pk, "green_on": GREEN_ON, "title_2": "Hire them"}
    page = signed_in(mira).post(address, said).content.decode()
    assert page.count("or empty the whole action") == 2
    kept = signed_in(mira).post(address, said | {"owner_2": mira.pk, "due_on_2": GREEN_ON})
    assert kept.status_code == 302
    shown = signed_in(mira).get(kept["Location"]).content.decode()
    assert "Hire them" in shown
    assert "A-1" in shown
