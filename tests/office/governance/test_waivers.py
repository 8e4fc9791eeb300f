"""A waiver is asked for by one and decided by another; it holds until a day, and the project is assessed by it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from engine.small_project import lasting, sound_schedule
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.assurance.due import due_projects
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.governance import actions, queries
from plumbline.office.governance.models import Waiver
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects import actions as projects
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)
LAST_DAY = date(2026, 3, 31)


@pytest.fixture
def project(harbour: Organisation, mira: Person) -> Project:
    with clock_at(MARCH):
        publish_builtin(harbour, "predictive", by=None)
        portfolio = projects.create_portfolio(harbour, by=None, name="Quays")
        found = projects.create_project(
            harbour, by=None, code="Q1", name="Quay crossing", portfolio=portfolio, manager=mira
        )
        projects.record_plan(found, by=None, schedule=lasting(sound_schedule(), 90), source_format="XER")
        assess_while_due(found.pk, MARCH)
    return found


@pytest.fixture
def waiver(project: Project, mira: Person) -> Waiver:
    with clock_at(MARCH):
        return actions.request_waiver(
            project, by=mira, rule="critical_path_length_index", reason="Agreed.", last_day=LAST_DAY
        )


def approve(waiver: Waiver, by: Person) -> None:
    with clock_at(MARCH + timedelta(minutes=1)):
        actions.decide_waiver(waiver, by=by, approve=True)
        assess_while_due(waiver.project_id, MARCH + timedelta(minutes=1))


def outcome(project: Project) -> str:
    project = Project.objects.get(pk=project.pk)
    return project.standing.assessment.findings.get(rule="critical_path_length_index").outcome


def refusal(do: Callable[[], object]) -> str:
    with clock_at(MARCH), pytest.raises(ValidationError) as refused:
        do()
    return " ".join(refused.value.messages)


def test_it_holds_through_its_last_day_and_the_project_is_due_the_day_after(
    project: Project, waiver: Waiver, ada: Person
) -> None:
    assert outcome(project) == "fail"
    approve(waiver, ada)
    assert outcome(project) == "waived"
    assert not due_projects(datetime(2026, 3, 31, 22, tzinfo=UTC)).filter(pk=project.pk).exists()
    over = datetime(2026, 3, 31, 23, 30, tzinfo=UTC)  # half past midnight in Lisbon, in summer time
    assert due_projects(over).filter(pk=project.pk).exists()
    assess_while_due(project.pk, over)
    assert outcome(project) == "fail"


def test_who_asked_never_decides(waiver: Waiver, mira: Person) -> None:
    assert "somebody else" in refusal(lambda: actions.decide_waiver(waiver, by=mira, approve=True))


def test_it_is_decided_once(waiver: Waiver, ada: Person) -> None:
    approve(waiver, ada)
    assert "decided already" in refusal(lambda: actions.decide_waiver(waiver, by=ada, approve=False, note="No."))


def test_a_refusal_needs_words_and_changes_nothing(project: Project, waiver: Waiver, ada: Person) -> None:
    assert "Say why not" in refusal(lambda: actions.decide_waiver(waiver, by=ada, approve=False, note=" "))
    with clock_at(MARCH):
        actions.decide_waiver(waiver, by=ada, approve=False, note="Mend it.")
    assert not due_projects(MARCH).exists()
    assert "cannot be ended" in refusal(lambda: actions.end_waiver(waiver, by=ada))


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({"rule": "nonsense"}, "no rule of this name"),
        ({"reason": "  "}, "Say why"),
        ({"last_day": date(2026, 3, 8)}, "between today and a year"),
        ({"last_day": date(2027, 6, 1)}, "between today and a year"),
    ],
)
def test_what_is_no_request_is_refused(project: Project, mira: Person, fields: dict[str, object], words: str) -> None:
    asked = {"rule": "leads", "reason": "So.", "last_day": LAST_DAY} | fields
    assert words in refusal(lambda: actions.request_waiver(project, by=mira, **asked))  # type: ignore[arg-type]


def test_one_rule_is_asked_about_once_at_a_time(waiver: Waiver, mira: Person) -> None:
    asked = {"rule": waiver.rule, "reason": "Again.", "last_day": LAST_DAY}
    assert "asked for already" in refusal(lambda: actions.request_waiver(waiver.project, by=mira, **asked))


def test_what_holds_is_read_as_of_a_day(project: Project, waiver: Waiver, ada: Person) -> None:
    approve(waiver, ada)
    assert queries.holding(project, datetime(2026, 3, 31, 23, 59)) == {waiver.rule: LAST_DAY}
    assert queries.holding(project, datetime(2026, 4, 1)) == {}


def test_every_step_leaves_its_line(waiver: Waiver, ada: Person) -> None:
    approve(waiver, ada)
    actions.end_waiver(waiver, by=ada, note="Mended.")
    verbs = AuditLine.objects.filter(verb__contains="waiver").order_by("pk").values_list("verb", flat=True)
    assert list(verbs) == ["request_waiver", "decide_waiver", "end_waiver"]


def test_what_waits_is_found_in_one_list(waiver: Waiver, ada: Person, signed_in: SignedIn) -> None:
    page = signed_in(ada).get("/o/harbour-works/waivers/").content.decode()
    assert "Critical path length index" in page
    assert "Quay crossing" in page


def test_who_may_not_decide_reads_and_finds_no_way_in(waiver: Waiver, mira: Person, signed_in: SignedIn) -> None:
    page = signed_in(mira).get(f"/o/harbour-works/projects/{waiver.project_id}/waivers/").content.decode()
    assert "Agreed." in page
    assert f"/waivers/{waiver.pk}/" not in page
    assert signed_in(mira).get(f"/o/harbour-works/waivers/{waiver.pk}/").status_code == 403


def test_for_another_organisation_there_is_none(
    waiver: Waiver, northern: Organisation, olav: Person, signed_in: SignedIn
) -> None:
    assert signed_in(olav).get(f"/o/northern-line/waivers/{waiver.pk}/").status_code == 404
    assert "Quay" not in signed_in(olav).get("/o/northern-line/waivers/").content.decode()
