"""What was promised is kept with its history, judged by all that is known, and a finding where it does not hold."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from office.forecasts.conftest import NOW, plan
from plumbline.engine.rules.rule import Outcome
from plumbline.engine.targets import Source, Verdict
from plumbline.office.assurance.gather import facts_of
from plumbline.office.forecasts import actions
from plumbline.office.forecasts.models import Commitment
from plumbline.office.forecasts.queries.commitments import commitments_of, history_of
from plumbline.office.forecasts.queries.target_page import RULE, ShownCard, cards_of
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Membership
from plumbline.office.projects.actions import record_plan
from plumbline.office.projects.models import Project

TODAY = NOW.date()
PROMISED = date(2026, 4, 30)


def promised(project: Project, manager: Membership, **told: Any) -> Commitment:
    whole = {"kind": "finish", "day": PROMISED, "promised_on": TODAY, "promised_by": manager.person} | told
    return actions.promise(project, by=manager.person, **whole)


def again(project: Project) -> Project:
    return Project.objects.select_related("organisation", "current_plan", "baseline").get(pk=project.pk)


def only_card(project: Project) -> ShownCard:
    (found,) = cards_of(again(project))
    return found


def sentence(card: ShownCard, source: Source) -> str:
    return next(each.sentence for each in card.card.reasons if each.source is source)


def test_without_a_simulation_nobody_knows_whether_a_finish_is_realistic(project: Project, manager: Membership) -> None:
    promised(project, manager)
    card = only_card(project)
    assert card.card.verdict is Verdict.UNKNOWN
    assert card.card.target.expected == date(2026, 3, 27)
    assert card.card.target.buffer == 24


def test_with_a_simulation_that_keeps_it_it_is_realistic(uncertain: Project, manager: Membership) -> None:
    promised(uncertain, manager)
    actions.begin_simulation(uncertain, by=manager.person, iterations=500)
    card = only_card(uncertain)
    assert card.card.verdict is Verdict.REALISTIC
    assert card.percent == 100


def test_a_promise_made_after_the_simulation_is_judged_by_it_too(uncertain: Project, manager: Membership) -> None:
    actions.begin_simulation(uncertain, by=manager.person, iterations=500)
    promised(uncertain, manager, day=date(2026, 3, 28))
    card = only_card(uncertain)
    assert card.card.verdict is Verdict.NOT_REALISTIC
    assert "of the runs" in sentence(card, Source.SIMULATION)


def test_a_simulation_of_an_earlier_plan_does_not_count(uncertain: Project, manager: Membership) -> None:
    promised(uncertain, manager)
    actions.begin_simulation(uncertain, by=manager.person, iterations=500)
    record_plan(uncertain, by=None, schedule=plan(C=6), source_format="csv")
    card = only_card(uncertain)
    assert card.card.verdict is Verdict.UNKNOWN
    assert "a plan that has changed since" in sentence(card, Source.SIMULATION)


def test_a_milestone_is_promised_by_the_plan_and_found_in_the_simulation(
    uncertain: Project, manager: Membership
) -> None:
    made = promised(uncertain, manager, kind="milestone", uid="END")
    assert made.milestone == "Quay open"
    actions.begin_simulation(uncertain, by=manager.person, iterations=500)
    card = only_card(uncertain)
    assert card.card.target.expected == date(2026, 3, 27)
    assert card.card.target.simulated is not None
    assert card.card.verdict is Verdict.REALISTIC


def test_only_milestones_of_the_plan_can_be_promised(project: Project, manager: Membership) -> None:
    for uid in ("B", "", "nowhere"):
        with pytest.raises(ValidationError, match="Choose a milestone"):
            promised(project, manager, kind="milestone", uid=uid)


def test_a_budget_is_held_against_what_the_plan_costs(uncertain: Project, manager: Membership) -> None:
    promised(uncertain, manager, kind="budget", day=None, amount=Decimal(41_000))
    actions.begin_simulation(uncertain, by=manager.person, iterations=500)
    card = only_card(uncertain)
    assert card.card.target.expected == 40_000
    assert card.card.verdict is Verdict.NOT_REALISTIC


@pytest.mark.parametrize(
    ("told", "field"),
    [
        ({"day": None}, "day"),
        ({"kind": "budget", "day": None}, "amount"),
        ({"promised_on": TODAY + timedelta(days=1)}, "promised_on"),
    ],
)
def test_what_is_missing_or_cannot_be_is_refused_by_field(
    project: Project, manager: Membership, told: dict[str, Any], field: str
) -> None:
    with pytest.raises(ValidationError) as refused:
        promised(project, manager, **told)
    assert field in refused.value.message_dict
    assert not Commitment.objects.exists()


def test_a_promise_that_moves_keeps_what_was_promised_before(project: Project, manager: Membership) -> None:
    promised(project, manager)
    promised(project, manager, number=1, day=PROMISED + timedelta(days=30), note="The board agreed.")
    assert [each.day for each in commitments_of(project)] == [PROMISED + timedelta(days=30)]
    assert [each.day for each in history_of(project, 1)] == [PROMISED + timedelta(days=30), PROMISED]
    actions.withdraw(project, by=manager.person, number=1, reason="Somebody else promises it now.")
    assert commitments_of(project) == []
    assert len(history_of(project, 1)) == 3
    with pytest.raises(ValidationError, match="may have been withdrawn"):
        promised(project, manager, number=1)


def test_no_row_is_ever_changed(project: Project, manager: Membership) -> None:
    promised(project, manager)
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.update(day=PROMISED)


def test_forecasts_that_slip_from_plan_to_plan_lead_beyond_the_promise(project: Project, manager: Membership) -> None:
    promised(project, manager, day=date(2026, 6, 30))
    for weeks in (4, 8, 12):
        with clock_at(NOW + timedelta(weeks=weeks)):
            later = plan(B=10 + 12 * weeks / 4)
            record_plan(project, by=None, schedule=_as_of(later, weeks), source_format="csv")
    card = only_card(project)
    assert card.card.trend is not None
    assert card.card.trend.forecasts == 4
    assert card.card.trend.per_day > 0


def test_a_commitment_that_does_not_hold_is_a_finding_and_an_unknown_one_no_pass(
    uncertain: Project, manager: Membership
) -> None:
    assert outcome(uncertain) is Outcome.NOT_ASSESSABLE
    promised(uncertain, manager)
    assert outcome(uncertain) is Outcome.NOT_ASSESSABLE
    actions.begin_simulation(uncertain, by=manager.person, iterations=500)
    assert outcome(uncertain) is Outcome.PASS
    promised(uncertain, manager, day=date(2026, 3, 28))
    assert outcome(uncertain) is Outcome.FAIL


def test_the_cards_take_the_same_number_of_queries_however_many_there_are(
    uncertain: Project, manager: Membership, django_assert_max_num_queries: Any
) -> None:
    actions.begin_simulation(uncertain, by=manager.person, iterations=500)
    for day in range(5):
        promised(uncertain, manager, day=PROMISED + timedelta(days=day))
        promised(uncertain, manager, kind="milestone", uid="END", day=PROMISED + timedelta(days=day))
    fresh = again(uncertain)
    with django_assert_max_num_queries(10):
        assert len(cards_of(fresh)) == 10


def outcome(project: Project) -> Outcome:
    from plumbline.engine.catalogue import rule_named

    rule = rule_named(RULE)
    return rule.judge(facts_of(again(project), NOW), rule.rule.settings()).outcome


def _as_of(schedule: Any, weeks: int) -> Any:
    from dataclasses import replace

    return replace(schedule, data_date=schedule.data_date + timedelta(weeks=weeks))
