"""A computed status is contested with a reason and a last day; it stays as it is."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from office.status.parting import found, show_evidence, tell, week
from plumbline.office.assurance.models import CurrentStatus
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.status.actions.contests import contest_status, end_contest
from plumbline.office.status.models import Contest
from plumbline.office.status.queries.contests import contests_holding, contests_in

pytestmark = pytest.mark.django_db
BEGIN = date(2026, 3, 9)
WHY = "The new supplier delivers in May. The contract is in the register of decisions."


@pytest.fixture(autouse=True)
def _begin() -> Iterator[None]:
    with week(0):
        yield


@pytest.fixture
def quay(harbour: Organisation, mira: Person) -> Project:
    publish_builtin(harbour, "predictive", by=None)
    project = found(harbour, "Q1", mira)
    tell(project, ("green", "red"))
    return project


def contested(project: Project, by: Person, days: int = 30) -> Contest:
    return contest_status(project, "schedule", by=by, reason=WHY, last_day=BEGIN + timedelta(days=days))


def test_a_contest_stands_beside_the_status_and_changes_nothing_of_it(quay: Project, mira: Person) -> None:
    contest = contested(quay, mira)
    assert CurrentStatus.objects.get(project=quay, dimension="schedule").status == "red"
    assert contests_holding(quay) == {"schedule": contest}
    assert (contest.evidence, contest.assessment) == ("red", quay.standing.assessment)
    assert AuditLine.objects.get(verb="contest_status").details["evidence"] == "red"


def test_it_ends_by_itself_after_its_last_day(quay: Project, mira: Person, harbour: Organisation) -> None:
    contested(quay, mira, days=14)
    with week(2):
        assert contests_holding(quay)
    with week(2.2):
        assert not contests_holding(quay)
        assert contests_in(harbour, over=True).count() == 1


def test_it_may_be_ended_before_and_ending_it_twice_is_once(quay: Project, mira: Person, ada: Person) -> None:
    contest = contested(quay, mira)
    end_contest(contest, by=ada)
    end_contest(contest, by=mira)
    contest.refresh_from_db()
    assert contest.ended_by == ada
    assert AuditLine.objects.filter(verb="end_contest").count() == 1
    contested(quay, mira)


def test_one_contest_per_dimension_at_a_time(quay: Project, mira: Person) -> None:
    contested(quay, mira)
    with pytest.raises(ValidationError, match="contested already"):
        contested(quay, mira)


def test_what_is_unknown_cannot_be_contested(quay: Project, mira: Person) -> None:
    with pytest.raises(ValidationError, match="Bring what is missing"):
        contest_status(quay, "cost", by=mira, reason=WHY, last_day=BEGIN)


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"reason": "  "}, "reason"),
        ({"last_day": BEGIN - timedelta(days=1)}, "last_day"),
        ({"last_day": BEGIN + timedelta(days=93)}, "last_day"),
    ],
)
def test_a_contest_needs_a_reason_and_a_day_within_a_quarter(
    quay: Project, mira: Person, given: dict[str, object], field: str
) -> None:
    said = {"reason": WHY, "last_day": BEGIN + timedelta(days=92)} | given
    with pytest.raises(ValidationError) as refused:
        contest_status(quay, "schedule", by=mira, **said)  # type: ignore[arg-type]
    assert list(refused.value.error_dict) == [field]
    assert not Contest.objects.exists()


def test_when_the_status_changes_the_page_says_that_the_contest_speaks_of_another(
    quay: Project, mira: Person, ada: Person, signed_in: Callable[[Person], Client]
) -> None:
    contested(quay, mira)
    address = f"/o/harbour-works/projects/{quay.pk}/status/schedule/"
    before = signed_in(ada).get(address).content.decode()
    assert WHY in before
    assert "does not speak of it any more" not in before
    with week(1):
        show_evidence(quay, "amber")
        after = signed_in(ada).get(address).content.decode()
    assert "does not speak of it any more" in after
    listed = signed_in(ada).get("/o/harbour-works/status/contests/").content.decode()
    assert "changed since" in listed


def test_only_who_reports_on_the_project_contests(
    quay: Project, mira: Person, ada: Person, signed_in: Callable[[Person], Client], enrol: Callable[..., object]
) -> None:
    address = f"/o/harbour-works/projects/{quay.pk}/status/schedule/contest/"
    said = {"reason": WHY, "last_day": "2026-04-01"}
    other = enrol(quay.organisation, "project_manager", "Nils Beam").person  # type: ignore[attr-defined]
    assert signed_in(other).post(address, said).status_code == 403
    assert signed_in(mira).post(address, {"reason": "", "last_day": ""}).status_code == 200
    assert signed_in(mira).post(address, said).status_code == 302
    assert Contest.objects.get().by == mira
