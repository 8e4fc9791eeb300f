"""A request goes its way step by step; nobody decides on their own, and nothing that decided is overwritten."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from decimal import Decimal

import pytest
from django.core.exceptions import ValidationError
from django.db import Error, transaction
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.intake import actions, queries
from plumbline.office.intake.actions.writing import NEEDED
from plumbline.office.intake.jobs import return_what_is_due
from plumbline.office.intake.models import ProjectRequest, ScoreSheet, Step
from plumbline.office.intake.queries.screening import screening_of
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects import actions as projects
from plumbline.office.projects.models import Portfolio, Project
from plumbline.office.standards.actions import publish_builtin

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)
LEVELS = {"strategy": "clear", "benefit": "some", "urgency": "money", "certainty": "fair"}


@pytest.fixture
def portfolio(harbour: Organisation) -> Portfolio:
    publish_builtin(harbour, "predictive", by=None)
    return projects.create_portfolio(harbour, by=None, name="Quays")


@pytest.fixture
def eve(harbour: Organisation, enrol: Callable[..., object]) -> Person:
    """Executive."""
    return enrol(harbour, Role.EXECUTIVE, "Eve Mole").person  # type: ignore[attr-defined,no-any-return]


def submitted(author: Person, harbour: Organisation, title: str = "Quiet quay") -> ProjectRequest:
    said = dict.fromkeys(NEEDED, "Because.")
    asked = actions.begin_request(harbour, by=author, title=title, **said)
    actions.submit_request(asked, by=author)
    return ProjectRequest.objects.get(pk=asked.pk)


def in_scoring(author: Person, harbour: Organisation, by: Person, title: str = "Quiet quay") -> ProjectRequest:
    asked = submitted(author, harbour, title)
    actions.answer_screening(asked, by=by, answers={each.name: ("yes", "") for each in screening_of(asked)})
    actions.pass_screening(asked, by=by)
    return ProjectRequest.objects.get(pk=asked.pk)


@pytest.fixture
def asked(portfolio: Portfolio, harbour: Organisation, mira: Person) -> ProjectRequest:
    with clock_at(MARCH):
        return submitted(mira, harbour)


@pytest.fixture
def scoring(portfolio: Portfolio, harbour: Organisation, mira: Person, ada: Person) -> ProjectRequest:
    with clock_at(MARCH):
        return in_scoring(mira, harbour, ada)


def refusal(do: Callable[[], object]) -> str:
    with clock_at(MARCH), pytest.raises(ValidationError) as refused:
        do()
    return " ".join(refused.value.messages)


def test_a_draft_is_submitted_once_and_cannot_be_changed_afterwards(asked: ProjectRequest, mira: Person) -> None:
    assert "submitted already" in refusal(lambda: actions.submit_request(asked, by=mira))
    assert "submitted already" in refusal(lambda: actions.save_request(asked, by=mira, title="Other"))


def test_nobody_judges_or_decides_their_own(
    portfolio: Portfolio, harbour: Organisation, ada: Person, eve: Person
) -> None:
    own = submitted(ada, harbour)
    until = MARCH.date() + timedelta(days=3)
    for deed in (
        lambda: actions.answer_screening(own, by=ada, answers={}),
        lambda: actions.pass_screening(own, by=ada),
        lambda: actions.decline(own, by=ada, reason="No."),
        lambda: actions.hold(own, by=ada, reason="Later.", until=until),
        lambda: actions.ask_author(own, by=ada, note="Why?"),
        lambda: actions.merge(own, by=ada, into=None),
    ):
        assert "your own request" in refusal(deed)
    ProjectRequest.objects.filter(pk=own.pk).update(state="scoring")
    assert "your own request" in refusal(lambda: actions.give_scores(own, by=ada, levels=LEVELS))
    assert "your own request" in refusal(lambda: actions.accept(own, by=ada, code="Q", name="Q", portfolio=portfolio))


def test_only_the_author_withdraws(asked: ProjectRequest, ada: Person, mira: Person) -> None:
    assert "whoever asked" in refusal(lambda: actions.withdraw_request(asked, by=ada))
    actions.withdraw_request(asked, by=mira)
    assert ProjectRequest.objects.get().state == "withdrawn"


def test_an_unanswered_question_keeps_it_in_screening(asked: ProjectRequest, ada: Person) -> None:
    actions.answer_screening(asked, by=ada, answers={"wanted": ("yes", "")})
    assert "Answer every question" in refusal(lambda: actions.pass_screening(asked, by=ada))


def test_an_answer_that_changes_is_kept_beside_the_one_before(asked: ProjectRequest, ada: Person) -> None:
    for answer in ("unclear", "unclear", "yes"):
        actions.answer_screening(asked, by=ada, answers={"wanted": (answer, "")})
    assert [each.answer for each in asked.answers.order_by("pk")] == ["unclear", "yes"]


def test_the_score_is_the_weighted_mean_of_all_scorers(scoring: ProjectRequest, ada: Person, eve: Person) -> None:
    # Weights 30, 30, 20, 20 on scales from 1 to 5. Means: strategy 3.5, benefit 3, urgency 3, certainty 3,
    # so 100 * (30 * 2.5 + 30 * 2 + 20 * 2 + 20 * 2) / 4 / 100 = 53.75.
    actions.give_scores(scoring, by=ada, levels=LEVELS)
    actions.give_scores(scoring, by=eve, levels=LEVELS | {"strategy": "strong"})
    found = ProjectRequest.objects.get()
    assert found.score_low == found.score_high == 53.75
    assert found.averages["strategy"] == [3.5, 3, 4]


def test_what_nobody_judged_makes_it_a_range(scoring: ProjectRequest, ada: Person) -> None:
    actions.give_scores(scoring, by=ada, levels={"strategy": "clear", "benefit": "some"})
    found = ProjectRequest.objects.get()
    assert (found.score_low, found.score_high) == (30, 70)


def test_each_scores_once(scoring: ProjectRequest, ada: Person) -> None:
    actions.give_scores(scoring, by=ada, levels=LEVELS)
    assert "scored it already" in refusal(lambda: actions.give_scores(scoring, by=ada, levels=LEVELS))


def test_without_a_score_it_is_no_project_and_below_the_least_only_with_a_reason(
    scoring: ProjectRequest, portfolio: Portfolio, ada: Person
) -> None:
    def accept(note: str = "") -> Project:
        return actions.accept(scoring, by=ada, note=note, code="Q1", name="Quay", portfolio=portfolio)

    assert "Nobody has scored it" in refusal(accept)
    actions.give_scores(scoring, by=ada, levels=LEVELS | {"strategy": "none"})
    assert "below the least" in refusal(accept)
    assert not Project.objects.exists()
    project = accept("The law asks for it.")
    assert ProjectRequest.objects.get().project == project


def test_an_accepted_request_keeps_what_was_proposed(
    scoring: ProjectRequest, portfolio: Portfolio, ada: Person, mira: Person
) -> None:
    actions.give_scores(scoring, by=ada, levels=LEVELS)
    version = publish_builtin(portfolio.organisation, "agile", by=None)
    unknown = "no such size class"
    details = {"code": "Q1", "name": "Quay", "portfolio": portfolio, "manager": mira, "budget": Decimal(5)}
    assert unknown in refusal(lambda: actions.accept(scoring, by=ada, size_class="absurd", **details))  # type: ignore[arg-type]
    project = actions.accept(scoring, by=ada, standard_version=version, tailoring_note="Fewer papers.", **details)  # type: ignore[arg-type]
    assert project.standard_version == version
    assert ProjectRequest.objects.get().tailoring_note == "Fewer papers."


def test_a_standard_or_portfolio_of_another_organisation_is_refused(
    scoring: ProjectRequest, portfolio: Portfolio, northern: Organisation, ada: Person
) -> None:
    actions.give_scores(scoring, by=ada, levels=LEVELS)
    foreign = publish_builtin(northern, "pm2", by=None)
    elsewhere = projects.create_portfolio(northern, by=None, name="Lines")
    for details in ({"portfolio": portfolio, "standard_version": foreign}, {"portfolio": elsewhere}):
        assert refusal(lambda each=details: actions.accept(scoring, by=ada, code="Q", name="Q", **each))  # type: ignore[misc]
    assert not Project.objects.exists()


def test_on_hold_it_comes_back_by_itself_to_where_it_was(scoring: ProjectRequest, ada: Person) -> None:
    with clock_at(MARCH):
        actions.hold(scoring, by=ada, reason="The budget.", until=MARCH.date() + timedelta(days=3))
    for days, state in ((2, "on_hold"), (3, "scoring"), (4, "scoring")):
        with clock_at(MARCH + timedelta(days=days)):
            return_what_is_due()
        assert ProjectRequest.objects.get().state == state
    assert Step.objects.filter(kind="returned").count() == 1
    assert AuditLine.objects.filter(verb="return_request").count() == 1


def test_it_is_merged_into_an_open_request_of_the_same_organisation(
    asked: ProjectRequest, harbour: Organisation, northern: Organisation, olav: Person, ada: Person, mira: Person
) -> None:
    elsewhere, other = submitted(olav, northern), submitted(mira, harbour, "Silent quay")
    for wrong in (asked, elsewhere, None):
        assert "Choose another request" in refusal(lambda each=wrong: actions.merge(asked, by=ada, into=each))  # type: ignore[misc]
    actions.merge(asked, by=ada, into=other)
    assert ProjectRequest.objects.get(pk=asked.pk).merged_into == other


def test_steps_answers_and_scores_are_never_changed(scoring: ProjectRequest, ada: Person) -> None:
    actions.give_scores(scoring, by=ada, levels=LEVELS)
    for rows in (Step.objects, ScoreSheet.objects, scoring.answers):
        with pytest.raises(Error), transaction.atomic():
            rows.all().delete()
        with pytest.raises(Error), transaction.atomic():
            rows.update(at=MARCH)


def test_the_ranking_leaves_out_who_is_knocked_out_and_says_how_firm_a_rank_is(
    portfolio: Portfolio, harbour: Organisation, mira: Person, ada: Person
) -> None:
    good, poor, out = (in_scoring(mira, harbour, ada, each) for each in ("Good", "Poor", "Out"))
    actions.give_scores(poor, by=ada, levels=LEVELS)
    actions.give_scores(good, by=ada, levels=LEVELS | {"benefit": "many"})
    actions.give_scores(out, by=ada, levels=LEVELS | {"strategy": "none", "benefit": "many"})
    rows = queries.ranking(harbour, ada).rows
    assert [(each.request.title, each.rank and each.rank.rank) for each in rows] == [
        ("Good", 1),
        ("Poor", 2),
        ("Out", None),
    ]
    assert rows[0].recommended
    assert rows[2].knocked_out == ("Fit with our aims",)
    assert len(list(queries.ranking(harbour, ada).lines())) == 4


def test_the_ranking_hides_what_one_has_yet_to_score(scoring: ProjectRequest, ada: Person, eve: Person) -> None:
    actions.give_scores(scoring, by=ada, levels=LEVELS)
    before = queries.ranking(scoring.organisation, eve)
    assert (before.rows, before.hidden) == ([], 1)
    actions.give_scores(scoring, by=eve, levels=LEVELS)
    after = queries.ranking(scoring.organisation, eve)
    assert (len(after.rows), after.hidden) == (1, 0)


@pytest.mark.parametrize("page", ["requests/?show=open", "requests/ranking/"])
def test_a_page_takes_as_many_queries_for_many_requests_as_for_few(
    page: str,
    portfolio: Portfolio,
    harbour: Organisation,
    mira: Person,
    ada: Person,
    signed_in: SignedIn,
    django_assert_max_num_queries: Callable[..., CaptureQueriesContext],
) -> None:
    def more(count: int) -> None:
        for number in range(count):
            actions.give_scores(in_scoring(mira, harbour, ada, f"Request {number}"), by=ada, levels=LEVELS)

    client = signed_in(ada)
    more(2)
    client.get(f"/o/harbour-works/{page}")
    with django_assert_max_num_queries(100) as few:
        client.get(f"/o/harbour-works/{page}")
    more(10)
    with django_assert_max_num_queries(len(few)):
        client.get(f"/o/harbour-works/{page}")


def test_a_draft_is_nobody_elses_and_guests_may_not_ask(
    portfolio: Portfolio,
    harbour: Organisation,
    mira: Person,
    ada: Person,
    enrol: Callable[..., object],
    signed_in: SignedIn,
) -> None:
    draft = actions.begin_request(harbour, by=mira, title="Secret quay")
    for page in ("", "write/1/", "summary/", "screen/", "score/", "accept/"):
        assert signed_in(ada).get(f"/o/harbour-works/requests/{draft.pk}/{page}").status_code == 404
    assert "Secret quay" not in signed_in(ada).get("/o/harbour-works/requests/?show=open").content.decode()
    guest = enrol(harbour, Role.GUEST).person  # type: ignore[attr-defined]
    for page in ("requests/", "requests/new/"):
        assert signed_in(guest).get(f"/o/harbour-works/{page}").status_code == 403


@pytest.mark.parametrize("link", ["javascript:alert(1)", "no address", "https://", "ftp://x.example/a"])
def test_a_link_that_is_none_is_told_at_its_field_and_kept_on_screen(
    link: str, portfolio: Portfolio, harbour: Organisation, mira: Person, signed_in: SignedIn
) -> None:
    draft = actions.begin_request(harbour, by=mira, title="Quay")
    sent = {"otherwise": "Nothing.", "links": link}
    page = signed_in(mira).post(f"/o/harbour-works/requests/{draft.pk}/write/4/", sent).content.decode()
    assert "is no address" in page
    assert "Nothing." in page


def test_a_step_that_does_not_exist_is_not_found(
    portfolio: Portfolio, harbour: Organisation, mira: Person, signed_in: SignedIn
) -> None:
    draft = actions.begin_request(harbour, by=mira, title="Quay")
    for step in (0, 5):
        assert signed_in(mira).get(f"/o/harbour-works/requests/{draft.pk}/write/{step}/").status_code == 404
