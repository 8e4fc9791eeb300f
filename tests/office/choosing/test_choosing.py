"""What scenarios refuse, what is calculated in the background, and what is kept for ever."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction

from office.choosing.conftest import named
from plumbline.office.choosing import actions, queries, working
from plumbline.office.choosing.models import Approval, Candidate, Scenario, Selection, Tie, Weighting
from plumbline.office.foundation.models import AuditLine
from plumbline.office.intake.actions import begin_request
from plumbline.office.intake.models import ProjectRequest
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.actions import create_portfolio, create_project

pytestmark = pytest.mark.django_db


def calculate(scenario: Scenario, by: Person) -> Selection:
    asked = actions.ask_for_selection(scenario, by=by)
    working.carry_out_selection(asked.pk)
    return Selection.objects.get(pk=asked.pk)


def test_the_example_is_worth_175_with_reasons_and_twenty_levels_of_budget(ada: Person, scenario: Scenario) -> None:
    found = calculate(scenario, ada)
    assert found.state == Selection.State.DONE
    assert (found.outcome["value"], found.outcome["proof"]) == ("175", "optimal")
    assert set(found.outcome["starts"]) == {"Crane", "Lights", "Cable"}
    assert len(found.outcome["frontier"]) == 20
    assert found.outcome["reasons"]["Pier"]["lost"] == "10"
    assert found.outcome["binding"][0]["gain"] == "65"


def test_a_calculation_holds_until_the_scenario_changes_and_ranks_change_nothing(
    ada: Person, scenario: Scenario
) -> None:
    calculate(scenario, ada)
    actions.move_candidate(named(scenario, "Cable"), by=ada, to=1)
    assert queries.scenario_page(scenario).is_fresh
    actions.change_candidate(named(scenario, "Cable"), by=ada, value=Decimal(21))
    assert not queries.scenario_page(scenario).is_fresh


def test_limits_that_conflict_are_named_instead_of_a_choice(ada: Person, scenario: Scenario) -> None:
    actions.change_scenario(scenario, by=ada, budget=["10"])
    actions.change_candidate(named(scenario, "Fence"), by=ada, must=True)
    found = calculate(scenario, ada)
    assert (found.state, found.outcome["value"]) == (Selection.State.DONE, None)
    assert found.outcome["conflict"] == ["that Fence must be in", "the budget"]


def test_what_waits_is_cancelled_at_once_and_leaves_nothing(ada: Person, scenario: Scenario) -> None:
    asked = actions.ask_for_selection(scenario, by=ada)
    with pytest.raises(ValidationError, match="being calculated already"):
        actions.ask_for_selection(scenario, by=ada)
    actions.cancel_selection(asked, by=ada)
    working.carry_out_selection(asked.pk)
    asked.refresh_from_db()
    assert (asked.state, asked.outcome) == (Selection.State.CANCELLED, {})
    actions.cancel_selection(asked, by=ada)
    assert AuditLine.objects.filter(verb="cancel_selection").count() == 1


def test_cancelling_while_it_runs_stops_it_and_leaves_nothing(
    ada: Person, scenario: Scenario, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = actions.ask_for_selection(scenario, by=ada)
    build = working.scenario_problem

    def cancelled_meanwhile(of: Scenario) -> object:
        actions.cancel_selection(Selection.objects.get(pk=asked.pk), by=ada)
        return build(of)

    monkeypatch.setattr(working, "scenario_problem", cancelled_meanwhile)
    working.carry_out_selection(asked.pk)
    asked.refresh_from_db()
    assert (asked.state, asked.outcome) == (Selection.State.CANCELLED, {})


def test_what_makes_no_sense_is_refused(harbour: Organisation, ada: Person, scenario: Scenario) -> None:
    pier = named(scenario, "Pier")
    other = actions.add_scenario(harbour, by=ada, name="Other", periods=["2027", "2028"])
    stranger = actions.add_candidate(other, by=ada, name="Elsewhere", cost=["1", "2"])
    for refused, said in (
        (lambda: actions.change_candidate(pier, by=ada, needs=[stranger]), "of the same scenario"),
        (lambda: actions.change_candidate(pier, by=ada, cost=["1", "2"]), "takes 2 periods"),
        (lambda: actions.change_candidate(pier, by=ada, earliest=2), "not before its earliest"),
        (lambda: actions.change_candidate(pier, by=ada, name="Crane"), "has a candidate of this name"),
        (lambda: actions.change_scenario(other, by=ada, periods=["2027"], budget=[]), "takes 2 periods"),
        (lambda: actions.change_scenario(scenario, by=ada, buckets={"Run": ["60", "20"]}), "least not above"),
        (lambda: actions.add_scenario(harbour, by=ada, name="next YEAR", periods=["1"]), "scenario of this name"),
        (lambda: actions.rank_candidates(scenario, by=ada, how="taste"), "Rank by score"),
        (
            lambda: actions.ask_for_selection(actions.copy_scenario(empty(harbour, ada), by=ada, name="E"), by=ada),
            "nothing to choose",
        ),
    ):
        with pytest.raises(ValidationError, match=said):
            refused()
    assert not Tie.objects.filter(candidate=pier, kind=Tie.Kind.NEEDS).exists()


def empty(harbour: Organisation, ada: Person) -> Scenario:
    return actions.add_scenario(harbour, by=ada, name="Empty", periods=["2027"])


def test_a_copy_has_its_own_candidates_and_ties(ada: Person, scenario: Scenario) -> None:
    copy = actions.copy_scenario(scenario, by=ada, name="Another year")
    assert [each.name for each in copy.candidates.all()] == [each.name for each in scenario.candidates.all()]
    assert {each.other.name for each in Tie.objects.filter(candidate__scenario=copy)} == {"Cable", "Crane"}
    actions.remove_candidate(named(copy, "Pier"), by=ada)
    assert scenario.candidates.count() == 5
    actions.archive_scenario(scenario, by=ada)
    with pytest.raises(ValidationError, match="archived and changes no more"):
        actions.add_candidate(scenario, by=ada, name="Late")


def test_requests_and_projects_come_in_once_with_their_budget(
    harbour: Organisation, ada: Person, mira: Person, scenario: Scenario
) -> None:
    asked = begin_request(harbour, by=mira, title="Night ferry")
    ProjectRequest.objects.filter(pk=asked.pk).update(
        state="scoring", what="A ferry", why="Nights", whom="All", difference="Sleep", budget=Decimal("25.50")
    )
    project = create_project(
        harbour, by=None, code="N-1", name="New quay", portfolio=create_portfolio(harbour, by=None, name="Quays")
    )
    assert list(queries.open_requests(scenario)) == [asked]
    asked.refresh_from_db()
    assert actions.gather_candidates(scenario, by=ada, requests=[asked], projects=[project]) == 2
    assert actions.gather_candidates(scenario, by=ada, requests=[asked], projects=[project]) == 0
    assert named(scenario, "Night ferry").cost == ["25.5"]
    assert named(scenario, "N-1 New quay").project == project
    assert not queries.open_requests(scenario).exists()
    assert not queries.running_projects(scenario).exists()


def test_scores_follow_the_weights_and_can_be_what_is_added_up(ada: Person, scenario: Scenario) -> None:
    actions.set_criteria(scenario.organisation, by=ada, criteria=[("", "Fit", 3.0), ("", "Calm", 1.0)])
    for name, points in (("Pier", {"fit": "4", "calm": "8"}), ("Fence", {"fit": "10"})):
        actions.change_candidate(named(scenario, name), by=ada, points=points)
    page = queries.scenario_page(scenario)
    scored = {each.candidate.name: each.scored for each in page.rows}
    assert scored["Pier"].score == 50
    assert (scored["Fence"].low, scored["Fence"].high, scored["Crane"].score) == (75, 100, None)
    actions.change_scenario(scenario, by=ada, basis="score")
    assert calculate(scenario, ada).outcome["value"] == "137.5"
    actions.set_criteria(scenario.organisation, by=ada, criteria=[("fit", "Fitting", 1.0)])
    assert queries.scenario_page(scenario).rows[0].scored.score == 40


def test_what_was_decided_and_how_it_was_weighed_is_never_changed(ada: Person, edo: Person, scenario: Scenario) -> None:
    actions.set_criteria(scenario.organisation, by=ada, criteria=[("", "Fit", 3.0)])
    with pytest.raises(ValidationError, match="no choice calculated"):
        actions.approve_scenario(scenario, by=edo, how="calculated")
    actions.approve_scenario(scenario, by=edo, how="ranked")
    for model in (Approval, Weighting):
        with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
            model.objects.update(at="2020-01-01T00:00:00Z")


def test_who_alone_may_decide_decides_on_their_own_scenario(ada: Person, scenario: Scenario) -> None:
    actions.approve_scenario(scenario, by=ada, how="ranked")
    content = Approval.objects.get().content
    assert [each["name"] for each in content["rows"] if each["in"]] == ["Pier", "Crane"]
    assert Candidate.objects.count() == 5
