"""Plans are simulated with what is uncertain; what came of it is kept and never changed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from office.forecasts.conftest import plan
from plumbline.office.forecasts import actions
from plumbline.office.forecasts.actions import simulating
from plumbline.office.forecasts.kept import load
from plumbline.office.forecasts.models import Estimate, Simulation, SimulationRun
from plumbline.office.forecasts.queries.ranges import estimates_of
from plumbline.office.forecasts.queries.uncertain import uncertain_about
from plumbline.office.foundation.models import AuditLine
from plumbline.office.foundation.runs import Run
from plumbline.office.people.models import Membership
from plumbline.office.projects import queries as projects
from plumbline.office.projects.actions import record_plan
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry


def simulated(project: Project, manager: Membership, **told: int) -> Simulation:
    found = actions.begin_simulation(project, by=manager.person, **({"iterations": 500} | told))
    assert isinstance(found, Simulation)
    return found


def test_a_small_plan_is_simulated_at_once_and_kept_with_all_that_repeats_it(
    uncertain: Project, manager: Membership
) -> None:
    found = simulated(uncertain, manager, seed=7)
    assert (found.number, found.seed, found.iterations, found.plan_version.number) == (1, 7, 500, 1)
    assert found.deterministic == date(2026, 3, 27)
    assert found.deterministic < found.p50 < found.p80
    assert found.inputs["estimates"] == 1
    assert found.inputs["rules"] == 1
    kept = load(found.result)
    assert kept.finish.chance_of_deterministic < 0.5
    assert [each.name for each in kept.milestones] == ["Quay open"]
    assert kept.cost is not None
    assert kept.cost.deterministic == 40_000
    assert {each.id for each in kept.activities} >= {"B", "C"}


def test_the_same_seed_gives_the_same_result(uncertain: Project, manager: Membership) -> None:
    first, second, other = (simulated(uncertain, manager, seed=seed) for seed in (3, 3, 4))
    assert first.result == second.result
    assert first.inputs_digest == second.inputs_digest
    assert other.result != first.result


def test_a_result_is_never_changed(uncertain: Project, manager: Membership) -> None:
    found = simulated(uncertain, manager)
    for change in (lambda: Simulation.objects.filter(pk=found.pk).update(seed=9), lambda: found.delete()):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def test_it_leaves_one_audit_line_and_marks_the_facts(uncertain: Project, manager: Membership) -> None:
    simulated(uncertain, manager)
    assert AuditLine.objects.filter(verb="simulate").count() == 1
    uncertain.refresh_from_db()
    assert uncertain.facts_changed_at is not None


def test_a_plan_in_which_nothing_is_uncertain_is_not_simulated(project: Project, manager: Membership) -> None:
    with pytest.raises(ValidationError, match="Nothing is uncertain yet"):
        simulated(project, manager)


def test_durations_that_go_together_spread_the_finish(project: Project, manager: Membership) -> None:
    spreads = []
    for together in (0, 0.9):
        rule = {"words": "quay", "low": 50, "high": 250, "together": together}
        actions.put_rules(project, by=manager.person, rules=[rule], from_history=False)
        found = simulated(project, manager, iterations=2000)
        quantiles = load(found.result).finish.quantiles
        spreads.append((quantiles[90] - quantiles[10]).days)
        assert found.inputs["together"] == (2 if together else 0)
    assert spreads[0] < spreads[1]


def test_a_promised_day_and_a_promised_amount_have_their_chance_together(
    uncertain: Project, manager: Membership
) -> None:
    told: dict[str, Any] = {"by": manager.person, "promised_on": date(2026, 3, 2)}
    actions.promise(uncertain, kind="finish", day=date(2026, 4, 1), **told)
    actions.promise(uncertain, kind="budget", amount=Decimal(44_000), **told)
    joint = load(simulated(uncertain, manager).result).joint
    assert joint is not None
    (both,) = joint.both_at
    assert (both.day, both.amount) == (date(2026, 4, 1), 44_000)
    assert 0 < both.chance < 1


def test_a_risk_that_strikes_makes_it_later(uncertain: Project, manager: Membership, risk: Entry) -> None:
    before = simulated(uncertain, manager)
    told = {"days_least": 10, "days_likely": 15, "days_most": 20, "cost_likely": 5_000}
    actions.put_effect(risk, by=manager.person, uids=["B"], probability=100, **told)
    after = simulated(uncertain, manager)
    assert (after.p50 - before.p50).days > 14
    costs = [load(each.result).cost for each in (before, after)]
    low, high = (each.quantiles[50] for each in costs if each)
    assert high > low + 5_000
    assert after.inputs["risks"] == ["R-1"]


def test_a_risk_counts_after_its_response_where_one_says_so(
    uncertain: Project, manager: Membership, risk: Entry
) -> None:
    before = simulated(uncertain, manager)
    told = {"days_likely": 15, "left_probability": 0, "is_mitigated": True}
    actions.put_effect(risk, by=manager.person, uids=["B"], probability=100, **told)
    after = simulated(uncertain, manager)
    assert abs((after.p50 - before.p50).days) <= 3
    assert after.inputs["mitigated"] == ["R-1"]


def test_without_a_probability_the_step_of_the_register_counts(
    project: Project, manager: Membership, risk: Entry
) -> None:
    actions.put_effect(risk, by=manager.person, uids=["B"], days_likely=15)
    assert project.current_plan is not None
    (event,) = uncertain_about(project, projects.schedule_of(project.current_plan)).inputs.events
    assert event.probability == 0.5


def test_a_large_plan_is_work_for_a_worker_and_can_be_cancelled(
    uncertain: Project, manager: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simulating, "AT_ONCE", 100)
    run = actions.begin_simulation(uncertain, by=manager.person, iterations=500)
    assert isinstance(run, SimulationRun)
    with pytest.raises(ValidationError, match="under way"):
        actions.begin_simulation(uncertain, by=manager.person, iterations=500)
    assert actions.cancel_simulation(run, by=manager.person)
    actions.carry_out_simulation(run.pk)
    assert not Simulation.objects.exists()
    again = actions.begin_simulation(uncertain, by=manager.person, iterations=500)
    actions.carry_out_simulation(again.pk)
    done = SimulationRun.objects.get(pk=again.pk)
    assert done.state == Run.State.DONE
    assert done.simulation is not None
    assert done.simulation.iterations == 500


def test_what_a_worker_cannot_do_is_said(
    uncertain: Project, manager: Membership, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(simulating, "AT_ONCE", 100)
    run = actions.begin_simulation(uncertain, by=manager.person, iterations=500)
    actions.put_estimate(uncertain, by=manager.person, uid="B")
    actions.put_rules(uncertain, by=manager.person, rules=[], from_history=False)
    actions.carry_out_simulation(run.pk)
    failed = SimulationRun.objects.get(pk=run.pk)
    assert failed.state == Run.State.FAILED
    assert "Nothing is uncertain yet" in failed.problem


def test_an_estimate_is_kept_with_those_before_it_and_taken_back(uncertain: Project, manager: Membership) -> None:
    actions.put_estimate(uncertain, by=manager.person, uid="B", optimistic=9, most_likely=10, pessimistic=30)
    assert estimates_of(uncertain)["B"].pessimistic == 30
    assert actions.put_estimate(uncertain, by=manager.person, uid="B") is not None
    assert estimates_of(uncertain) == {}
    assert Estimate.objects.filter(project=uncertain).count() == 3


@pytest.mark.parametrize(
    "figures",
    [
        {"optimistic": 12, "most_likely": 10, "pessimistic": 20},
        {"optimistic": 8, "pessimistic": 20},
        {"most_likely": 8},
        {"optimistic": -1, "most_likely": 3, "pessimistic": 4},
    ],
)
def test_an_estimate_that_contradicts_itself_is_refused(
    project: Project, manager: Membership, figures: dict[str, int]
) -> None:
    with pytest.raises(ValidationError):
        actions.put_estimate(project, by=manager.person, uid="B", **figures)
    assert not Estimate.objects.exists()


def test_what_is_done_is_not_estimated(project: Project, manager: Membership) -> None:
    with pytest.raises(ValidationError, match="no such activity that is still to be done"):
        actions.put_estimate(project, by=manager.person, uid="A", optimistic=1, most_likely=2, pessimistic=3)


def test_what_is_uncertain_is_gathered_with_four_queries(
    uncertain: Project, risk: Entry, django_assert_num_queries: Any
) -> None:
    assert uncertain.current_plan is not None
    schedule = projects.schedule_of(uncertain.current_plan)
    with django_assert_num_queries(4):
        uncertain_about(uncertain, schedule)


def test_an_estimate_of_an_activity_that_left_the_plan_is_passed_over(uncertain: Project, manager: Membership) -> None:
    actions.put_estimate(uncertain, by=manager.person, uid="C", optimistic=4, most_likely=5, pessimistic=9)
    whole = plan()
    rest = tuple(each for each in whole.activities if each.uid != "C")
    shorter = replace(whole, activities=rest, links=whole.links[:1])
    record_plan(uncertain, by=None, schedule=shorter, source_format="csv")
    fresh = Project.objects.select_related("organisation", "current_plan").get(pk=uncertain.pk)
    assert simulated(fresh, manager).inputs["estimates"] == 1
