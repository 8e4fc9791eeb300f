"""A round asks several people, brings them together and keeps what came of it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from office.maturity.conftest import TODAY, Begin, answer, up_to
from plumbline.office.foundation.models import AuditLine
from plumbline.office.mandate.models import RoadmapItem
from plumbline.office.maturity import actions, queries
from plumbline.office.maturity.actions.answering import Said
from plumbline.office.maturity.model_files import model_of
from plumbline.office.maturity.models import Judgement, Result, Round, Step, Target
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role

pytestmark = pytest.mark.django_db


def test_who_is_asked_is_told_and_only_once(begin: Begin, ivo: Person, mira: Person) -> None:
    found = begin()
    assert Notice.objects.filter(kind="maturity_round").count() == 3
    assert actions.invite(found, by=ivo, people=[mira]) == 0
    assert found.assessors.count() == 3


def test_who_is_missing_is_reminded_once_a_day(begin: Begin, ada: Person, ivo: Person, mira: Person) -> None:
    found = begin()
    actions.finish(answer(found, ada, {"risk-spoken-of": "met"}))
    assert [actions.remind(found, by=ivo) for _ in range(2)] == [2, 2]
    told = Notice.objects.filter(title__startswith="Still to be answered")
    assert {each.person for each in told} == {ivo, mira}
    assert told.count() == 2


def test_one_round_is_open_at_a_time(begin: Begin) -> None:
    begin("First")
    with pytest.raises(ValidationError, match="open already"):
        begin("Second")


def test_nobody_from_elsewhere_assesses_or_leads(begin: Begin, olav: Person) -> None:
    with pytest.raises(ValidationError, match="of the organisation"):
        begin(assessors=[olav])
    with pytest.raises(ValidationError, match="of the office"):
        begin(lead=olav)
    with pytest.raises(ValidationError, match="at least one"):
        begin(assessors=[])
    with pytest.raises(ValidationError, match="cannot end before"):
        begin(period_to=TODAY - timedelta(days=999))
    assert not Round.objects.exists()


def test_answers_are_kept_page_by_page_and_may_change(begin: Begin, mira: Person) -> None:
    found = begin()
    assessor = answer(found, mira, {"risk-spoken-of": "met"})
    answer(found, mira, {"risk-spoken-of": "partly", "risk-some-lists": ""}, comment="")
    assert [(each.attribute, each.value) for each in Judgement.objects.filter(assessor=assessor)] == [
        ("risk-spoken-of", "partly")
    ]
    page = queries.answering_page(assessor, found.model.perspective("risk"))
    assert (page.answered, page.following) == (1, "governance")


def test_who_sees_it_differently_than_the_evidence_says_why(begin: Begin, mira: Person) -> None:
    found = begin()
    assert found.evidence.get(probe="charter_approved").suggests == "not_met"
    with pytest.raises(ValidationError) as refused:
        answer(found, mira, {"governance-mandate": "met"}, comment="")
    assert list(refused.value.error_dict) == ["governance-mandate"]
    answer(found, mira, {"governance-mandate": "met"}, comment="It hangs in the hall.")
    answer(found, mira, {"governance-roles": "met"}, comment="")
    assert Judgement.objects.count() == 2


def test_the_lead_is_told_when_all_are_through(begin: Begin, ada: Person, ivo: Person, mira: Person) -> None:
    found = begin()
    with pytest.raises(ValidationError, match="at least one"):
        actions.finish(queries.assessor_of(found, mira))  # type: ignore[arg-type]
    for person in (ada, ivo, mira):
        assert not Notice.objects.filter(title__startswith="All have answered").exists()
        actions.finish(answer(found, person, {"risk-spoken-of": "met"}))
    assert Notice.objects.get(title__startswith="All have answered").person == ivo


def test_a_closed_round_keeps_levels_counts_and_evidence_and_never_changes(
    begin: Begin, ada: Person, ivo: Person, mira: Person
) -> None:
    found = begin()
    answer(found, ada, up_to(found, 3))
    answer(found, ivo, up_to(found, 2))
    answer(found, mira, up_to(found, 1))
    actions.set_consensus(found, by=ivo, attribute="risk-owners", value="not_met", reason="Two have none.")
    result = actions.close_round(found, by=ivo, note="Calm.")
    assert (result.overall, result.levels["risk"], result.levels["finance"]) == (1, 1, 2)
    kept = result.attributes["risk-owners"]
    assert (kept["met"], kept["not_met"], kept["consensus"], kept["reason"]) == (2, 1, True, "Two have none.")
    assert (result.asked, result.answered) == (3, 3)
    for change in (lambda: answer(found, mira, "met"), lambda: actions.call_off(found, by=ivo)):
        with pytest.raises(ValidationError, match="does not change any more"):
            change()
    with pytest.raises(IntegrityError), transaction.atomic():
        Result.objects.update(overall=5)


def test_a_round_that_nobody_answered_is_not_closed_but_called_off(begin: Begin, ivo: Person) -> None:
    found = begin()
    with pytest.raises(ValidationError, match="Nobody has answered"):
        actions.close_round(found, by=ivo)
    actions.call_off(found, by=ivo)
    assert found.state == Round.State.CALLED_OFF
    begin("The next")


def test_a_consensus_needs_a_reason_and_can_be_taken_back(begin: Begin, ivo: Person) -> None:
    found = begin()
    with pytest.raises(ValidationError, match="how you came to agree"):
        actions.set_consensus(found, by=ivo, attribute="risk-owners", value="met")
    actions.set_consensus(found, by=ivo, attribute="risk-owners", value="met", reason="Seen.")
    actions.set_consensus(found, by=ivo, attribute="risk-owners", value="")
    assert not found.consensus.exists()
    with pytest.raises(ValidationError, match="no such attribute"):
        actions.set_consensus(found, by=ivo, attribute="risk-dragons", value="met", reason="Seen.")


def test_measuring_again_leaves_answers_as_they_are(begin: Begin, ivo: Person, mira: Person) -> None:
    found = begin()
    answer(found, mira, {"risk-owners": "met"})
    before = found.evidence.count()
    actions.measure_again(found, by=ivo)
    assert (found.evidence.count(), Judgement.objects.count()) == (before, 1)


def test_now_before_target_and_what_is_missing(begin: Begin, harbour: Organisation, ada: Person, ivo: Person) -> None:
    for title, level in (("First", 1), ("Second", 2)):
        found = begin(title)
        answer(found, ada, up_to(found, level))
        actions.close_round(found, by=ivo)
    actions.set_targets(harbour, by=ivo, targets={"risk": (3, None), "control": (2, None)})
    shown = queries.overview(harbour)
    risk = next(each for each in shown.perspectives if each.perspective.key == "risk")
    assert (risk.level, risk.before, risk.trend, risk.past) == (2, 1, "better", [1, 2])
    assert (shown.gap, risk.target.level if risk.target else None) == (1, 3)
    assert {each.attribute.level for each in risk.missing} == {3}
    assert {each.attribute.level for each in shown.steps} == {3}
    actions.set_targets(harbour, by=ivo, targets={"risk": (None, None)})
    assert Target.objects.get().perspective == "control"


def test_a_next_step_becomes_an_item_of_the_roadmap_once(
    begin: Begin, harbour: Organisation, ada: Person, ivo: Person
) -> None:
    found = begin()
    answer(found, ada, up_to(found, 1))
    result = actions.close_round(found, by=ivo)
    by_day = TODAY + timedelta(days=300)
    actions.set_targets(harbour, by=ivo, targets={"risk": (2, by_day)})
    for _ in range(2):
        actions.add_step(result, by=ivo, attribute="risk-owners")
    item = RoadmapItem.objects.get()
    assert (item.source, item.due_on, item.organisation) == ("maturity", by_day, harbour)
    assert Step.objects.count() == 1
    with pytest.raises(ValidationError, match="is met"):
        actions.add_step(result, by=ivo, attribute="risk-spoken-of")
    assert AuditLine.objects.filter(verb="add_maturity_step").count() == 1


def test_the_lead_and_the_pmo_manager_lead_and_nobody_else(begin: Begin, ada: Person, ivo: Person) -> None:
    found = begin()
    places = {each.person_id: each for each in Membership.objects.filter(organisation=found.organisation)}
    assert [queries.leads(places[each.pk], found) for each in (ada, ivo)] == [True, True]
    assert places[ada.pk].role == Role.PMO_MANAGER
    assert not any(queries.leads(each, found) for key, each in places.items() if key not in (ada.pk, ivo.pk))


def test_the_overview_asks_as_much_for_many_rounds_as_for_one(
    begin: Begin, harbour: Organisation, ada: Person, ivo: Person, django_assert_num_queries: object
) -> None:
    for number in range(4):
        found = begin(f"Round {number}")
        answer(found, ada, {"risk-spoken-of": "met"})
        actions.close_round(found, by=ivo)
        with django_assert_num_queries(4):  # type: ignore[operator]
            shown = queries.overview(harbour)
            assert len(shown.steps) > 0
            assert shown.series


def test_a_round_keeps_the_model_that_it_began_with(begin: Begin) -> None:
    assert begin().model is model_of("1")
    for version in ("2", "../1", ""):
        with pytest.raises(KeyError):
            model_of(version)


def test_saving_nothing_new_is_no_deed(begin: Begin, mira: Person) -> None:
    found = begin()
    assessor = answer(found, mira, {"risk-spoken-of": "met"})
    before = AuditLine.objects.count()
    assert actions.save_judgements(assessor, {"risk-spoken-of": Said("met", "As I see it.")}) == 0
    assert AuditLine.objects.count() == before
