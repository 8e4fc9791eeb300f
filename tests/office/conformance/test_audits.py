"""An audit: its sample is chosen by rule, its checklist is kept, what is found is closed by somebody else."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import DatabaseError, transaction
from django.test import Client

from engine.small_project import lasting, sound_schedule
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.conformance.actions import audits as actions
from plumbline.office.conformance.actions.checklists import add_question, answer
from plumbline.office.conformance.actions.findings import follow_up, raise_finding
from plumbline.office.conformance.actions.reports import report_audit
from plumbline.office.conformance.models import Audit, AuditFinding, AuditReport, ChecklistAnswer, ChecklistQuestion
from plumbline.office.conformance.queries import audits as queries
from plumbline.office.conformance.queries.reports import report_page
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.governance.actions import decide_waiver, request_waiver
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects import actions as projects
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)
DAY = MARCH.date()
RULE = "critical_path_length_index"


@pytest.fixture
def running(harbour: Organisation, mira: Person) -> list[Project]:
    """Ten quays that Mira manages; the first fails a rule."""
    with clock_at(MARCH):
        publish_builtin(harbour, "predictive", by=None)
        portfolio = projects.create_portfolio(harbour, by=None, name="Quays")
        found = [
            projects.create_project(
                harbour, by=None, code=f"Q{each}", name=f"Quay {each}", portfolio=portfolio, manager=mira
            )
            for each in range(10)
        ]
        projects.record_plan(found[4], by=None, schedule=lasting(sound_schedule(), 90), source_format="XER")
        assess_while_due(found[4].pk, MARCH)
    return found


@pytest.fixture
def audit(harbour: Organisation, running: list[Project], ada: Person) -> Audit:
    return planned(harbour, ada)


@pytest.fixture
def bela(harbour: Organisation, enrol: Callable[..., object]) -> Person:
    """PMO staff."""
    return enrol(harbour, Role.PMO_STAFF, "Bela Mooring").person  # type: ignore[attr-defined,no-any-return]


@pytest.fixture
def under_way(audit: Audit, ada: Person) -> Audit:
    with clock_at(MARCH):
        actions.choose_sample(audit, by=ada, method="hand", codes=["Q4", "Q5"])
        actions.begin_audit(audit, by=ada)
    audit.refresh_from_db()
    return audit


def planned(organisation: Organisation, lead: Person) -> Audit:
    with clock_at(MARCH):
        return actions.plan_audit(
            organisation,
            by=lead,
            title="Quays",
            scope="All.",
            reason="Time.",
            lead=lead,
            planned_from=DAY,
            planned_to=DAY,
        )


def finding_in(audit: Audit, by: Person, owner: Person, due: date = DAY) -> AuditFinding:
    question = audit.questions.first()
    assert question is not None
    with clock_at(MARCH):
        return raise_finding(question, by=by, text="No gate.", grade="major", owner=owner, due=due)


def refusal(do: Callable[[], object]) -> str:
    with clock_at(MARCH), pytest.raises(ValidationError) as refused:
        do()
    return " ".join(refused.value.messages)


def answered(audit: Audit, by: Person, value: str = "yes") -> None:
    with clock_at(MARCH):
        for each in audit.questions.all():
            answer(each, by=by, value=value)


def test_the_same_seed_draws_the_same_projects_and_another_seed_others(audit: Audit, ada: Person) -> None:
    first, again, other = (
        actions.choose_sample(audit, by=ada, method="random", size=3, seed=seed).chosen for seed in (7, 7, 8)
    )
    assert first == again != other
    assert [each.seed for each in audit.choices.all()] == [8, 7, 7]
    assert [each.project.code for each in audit.sample.all()] == sorted(other)


def test_a_seed_that_nobody_gave_is_drawn_and_kept(audit: Audit, ada: Person) -> None:
    drawn = actions.choose_sample(audit, by=ada, method="random", size=3)
    assert drawn.seed is not None
    assert str(drawn.seed) in drawn.how
    assert actions.choose_sample(audit, by=ada, method="random", size=3, seed=drawn.seed).chosen == drawn.chosen


def test_by_risk_whoever_fails_most_major_rules_comes_first(audit: Audit, ada: Person) -> None:
    choice = actions.choose_sample(audit, by=ada, method="risk", size=2)
    assert choice.chosen == ["Q4", "Q0"]
    assert "Q0 was never assessed" in choice.how


def test_chance_and_risk_leave_out_what_the_lead_answers_for(audit: Audit, running: list[Project], ada: Person) -> None:
    Project.objects.filter(pk=running[4].pk).update(sponsor=ada)
    for method in ("random", "risk"):
        assert "Q4" not in actions.choose_sample(audit, by=ada, method=method, size=9).chosen
    assert "answers for Q4" in refusal(lambda: actions.choose_sample(audit, by=ada, method="hand", codes=["q4"]))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"method": "hand", "codes": ["Q1", "Q99"]}, "No running project has the code Q99"),
        ({"method": "hand", "codes": []}, "Name between 1 and 50"),
        ({"method": "random", "size": 11}, "between 1 and 10"),
        ({"method": "risk"}, "how many"),
    ],
)
def test_a_choice_that_is_not_possible_says_why(audit: Audit, ada: Person, given: dict[str, object], said: str) -> None:
    assert said in refusal(lambda: actions.choose_sample(audit, by=ada, **given))  # type: ignore[arg-type]
    assert not audit.choices.exists()


def test_nobody_leads_without_the_role_or_for_their_own_project(
    audit: Audit, running: list[Project], ada: Person, mira: Person, bela: Person
) -> None:
    said = {"title": "T", "scope": "S", "reason": "R", "planned_from": DAY, "planned_to": DAY}
    refused = refusal(lambda: actions.plan_audit(audit.organisation, by=ada, lead=mira, **said))
    assert "does not allow to audit" in refused
    Project.objects.filter(pk=running[1].pk).update(manager=bela)
    actions.choose_sample(audit, by=ada, method="hand", codes=["Q1"])
    assert "manages or sponsors" in refusal(lambda: actions.edit_audit(audit, by=ada, lead=bela))


def test_who_becomes_sponsor_after_the_choice_cannot_begin(audit: Audit, running: list[Project], ada: Person) -> None:
    actions.choose_sample(audit, by=ada, method="hand", codes=["Q1"])
    Project.objects.filter(pk=running[1].pk).update(sponsor=ada)
    assert "manages or sponsors" in refusal(lambda: actions.begin_audit(audit, by=ada))


def test_the_checklist_asks_after_what_was_due_in_the_phases_behind(
    audit: Audit, running: list[Project], ada: Person
) -> None:
    Project.objects.filter(pk=running[5].pk).update(phase="Definition and planning")
    actions.choose_sample(audit, by=ada, method="hand", codes=["Q5"])
    actions.begin_audit(audit, by=ada)
    asked = list(audit.questions.values_list("kind", "subject"))
    assert ("artefact", "business_case") in asked
    assert ("gate", "concept_approval") in asked
    assert ("gate", "definition_approval") not in asked
    assert asked[-1] == ("plan", "")


def test_a_phase_that_the_standard_does_not_have_is_asked_about(under_way: Audit) -> None:
    assert set(under_way.questions.values_list("kind", flat=True)) >= {"phase", "plan"}
    assert not under_way.questions.filter(kind="artefact").exists()


def test_failed_major_rules_are_asked_about_unless_they_are_waived(
    audit: Audit, running: list[Project], ada: Person, mira: Person
) -> None:
    with clock_at(MARCH):
        standing = running[4].assessments.get()
        failed = set(standing.findings.filter(outcome="fail", severity="major").values_list("rule", flat=True))
        assert failed
        waived = min(failed)
        waiver = request_waiver(running[4], by=mira, rule=waived, reason="Agreed.", last_day=DAY)
        decide_waiver(waiver, by=ada, approve=True)
        actions.choose_sample(audit, by=ada, method="hand", codes=["Q4"])
        actions.begin_audit(audit, by=ada)
    assert set(audit.questions.filter(kind="rule").values_list("subject", flat=True)) == failed - {waived}


def test_an_expired_waiver_is_asked_about(audit: Audit, running: list[Project], ada: Person, mira: Person) -> None:
    with clock_at(MARCH):
        waiver = request_waiver(running[4], by=mira, rule=RULE, reason="Agreed.", last_day=DAY)
        decide_waiver(waiver, by=ada, approve=True)
    with clock_at(MARCH + timedelta(days=2)):
        actions.choose_sample(audit, by=ada, method="hand", codes=["Q4"])
        actions.begin_audit(audit, by=ada)
    asked = audit.questions.get(kind="waiver")
    assert asked.subject == RULE
    assert "held through 9 March 2026. The reason was: Agreed." in asked.evidence


def test_the_last_answer_counts_and_those_before_stay(under_way: Audit, ada: Person) -> None:
    question = under_way.questions.all()[0]
    for value in ("no", "yes"):
        answer(question, by=ada, value=value)
    assert [each.value for each in question.answers.all()] == ["yes", "no"]
    (first, _) = queries.progress(under_way)
    assert (first.answered, first.counts) == (1, {"yes": 1})
    given = ChecklistAnswer.objects.all()[0]
    given.note = "Something else."
    with pytest.raises(DatabaseError), transaction.atomic():
        given.save()


def test_not_relevant_needs_a_reason(under_way: Audit, ada: Person) -> None:
    question = under_way.questions.all()[0]
    assert "why it is not relevant" in refusal(lambda: answer(question, by=ada, value="not_relevant", note=" "))


def test_nobody_answers_who_answers_for_a_project_of_the_sample(
    under_way: Audit, running: list[Project], bela: Person, mira: Person
) -> None:
    question = under_way.questions.all()[0]
    assert "does not allow" in refusal(lambda: answer(question, by=mira, value="yes"))
    Project.objects.filter(pk=running[5].pk).update(sponsor=bela)
    assert "manages or sponsors" in refusal(lambda: answer(question, by=bela, value="yes"))


def test_an_auditor_adds_a_question_of_their_own(under_way: Audit, running: list[Project], ada: Person) -> None:
    added = add_question(under_way, running[4], by=ada, text="Who has the keys?")
    assert added.number == under_way.questions.count()
    assert "not in the sample" in refusal(lambda: add_question(under_way, running[0], by=ada, text="Why?"))


def test_the_manager_answers_the_owner_mends_and_an_auditor_closes(
    under_way: Audit, ada: Person, mira: Person, bela: Person
) -> None:
    found = finding_in(under_way, ada, mira)
    with clock_at(MARCH):
        assert "Only the manager" in refusal(lambda: follow_up(found, by=ada, deed="agree", words="Yes", until=DAY))
        assert "until which day" in refusal(lambda: follow_up(found, by=mira, deed="agree", words="Yes"))
        follow_up(found, by=mira, deed="agree", words="A gate is held.", until=DAY)
        assert "not possible" in refusal(lambda: follow_up(found, by=bela, deed="close", words="Fine."))
        follow_up(found, by=mira, deed="done", words="Held; minutes are kept.")
        assert "close it" in refusal(lambda: follow_up(found, by=mira, deed="close", words="Fine."))
        follow_up(found, by=bela, deed="close", words="Seen.")
        follow_up(found, by=bela, deed="reopen", words="The minutes are of another gate.")
    found.refresh_from_db()
    assert found.state == "open"
    assert [each.deed for each in found.events.all()] == ["agree", "done", "close", "reopen"]


def test_an_auditor_does_not_close_what_they_own(under_way: Audit, ada: Person, bela: Person) -> None:
    found = finding_in(under_way, ada, bela)
    follow_up(found, by=bela, deed="done", words="It is mended.")
    assert "somebody else" in refusal(lambda: follow_up(found, by=bela, deed="close", words="Fine."))
    follow_up(found, by=ada, deed="close", words="Seen.")


def test_it_is_reported_when_all_is_answered_and_frozen_by_that(under_way: Audit, ada: Person, mira: Person) -> None:
    assert "not answered yet" in refusal(lambda: report_audit(under_way, by=ada))
    found = finding_in(under_way, ada, mira)
    answered(under_way, ada)
    report = report_audit(under_way, by=ada)
    assert hashlib.sha256(report.document.encode()).hexdigest() == report.digest
    said = json.loads(report.document)
    assert [each["code"] for each in said["projects"]] == ["Q4", "Q5"]
    assert said["choice"]["method"] == "By hand"
    assert [each["state"] for each in said["findings"]] == ["Open"]
    question: ChecklistQuestion = under_way.questions.all()[0]
    assert "reported" in refusal(lambda: answer(question, by=ada, value="no"))
    assert "reported" in refusal(lambda: report_audit(under_way, by=ada))
    follow_up(found, by=mira, deed="disagree", words="There is a gate.")
    assert report_page(report).document["findings"][0]["state"] == "Open"
    with pytest.raises(DatabaseError), transaction.atomic():
        AuditReport.objects.filter(pk=report.pk).update(digest="")


def test_shares_are_of_what_is_relevant_and_lead_to_their_questions(under_way: Audit, ada: Person) -> None:
    answered(under_way, ada)
    first = under_way.questions.all()[0]
    answer(first, by=ada, value="no")
    answer(under_way.questions.all()[1], by=ada, value="not_relevant", note="It is built.")
    page = report_page(report_audit(under_way, by=ada), answer="no")
    assert [each["text"] for each in page.questions] == [first.text]
    total = page.shares[-1]
    counts = {value: (count, share) for value, _, count, share in total.shares}
    assert counts["no"] == (1, round(100 / (total.total - 1)))
    assert counts["not_relevant"] == (1, None)


def test_it_is_closed_once_every_finding_is(under_way: Audit, ada: Person, bela: Person, mira: Person) -> None:
    found = finding_in(under_way, ada, mira)
    answered(under_way, ada)
    report_audit(under_way, by=ada)
    actions.begin_follow_up(under_way, by=ada)
    assert "1 of its findings" in refusal(lambda: actions.close_audit(under_way, by=ada))
    follow_up(found, by=mira, deed="disagree", words="There is a gate.")
    follow_up(found, by=bela, deed="close", words="There is.")
    actions.close_audit(under_way, by=ada)
    under_way.refresh_from_db()
    assert under_way.state == "closed"
    assert AuditLine.objects.filter(verb="close_audit").count() == 1


def test_it_is_cancelled_with_a_reason_and_never_after_the_report(under_way: Audit, ada: Person) -> None:
    assert "Say why" in refusal(lambda: actions.cancel_audit(under_way, by=ada))
    actions.cancel_audit(under_way, by=ada, note="The quays are sold.")
    assert "cancelled" in refusal(lambda: actions.cancel_audit(under_way, by=ada, note="Again."))


def test_who_sees_it_depends_on_whom_it_concerns_and_whether_it_is_reported(
    under_way: Audit,
    harbour: Organisation,
    ada: Person,
    mira: Person,
    signed_in: SignedIn,
    enrol: Callable[..., object],
) -> None:
    other = enrol(harbour, Role.PROJECT_MANAGER, "Otto Bollard").person  # type: ignore[attr-defined]
    address = f"/o/{harbour.slug}/audits/{under_way.pk}/"
    assert signed_in(mira).get(address).status_code == 200
    assert signed_in(other).get(address).status_code == 403
    assert "Quays" not in signed_in(other).get(f"/o/{harbour.slug}/audits/").content.decode()
    answered(under_way, ada)
    report_audit(under_way, by=ada)
    assert signed_in(other).get(f"{address}report/").status_code == 200


def test_open_findings_are_filtered_and_exported(
    under_way: Audit, ada: Person, mira: Person, bela: Person, signed_in: SignedIn, harbour: Organisation
) -> None:
    finding_in(under_way, ada, mira, DAY)
    finding_in(under_way, ada, bela, DAY + timedelta(days=60))
    with clock_at(MARCH + timedelta(days=9)):
        place = f"/o/{harbour.slug}/audits/findings"
        said = signed_in(ada).get(f"{place}.csv?overdue=on").content.decode()
        assert said.count("No gate.") == 1
        assert "Mira Pontoon" in said
        assert signed_in(ada).get(f"{place}.csv?owner={bela.pk}").content.decode().count("No gate.") == 1
        assert "Overdue" in signed_in(ada).get(f"{place}/").content.decode()


@pytest.mark.parametrize("place", ["", "{}/", "findings/"])
def test_pages_ask_as_much_of_the_database_however_much_there_is(
    under_way: Audit,
    running: list[Project],
    harbour: Organisation,
    ada: Person,
    mira: Person,
    signed_in: SignedIn,
    place: str,
) -> None:
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    client, address = signed_in(ada), f"/o/{harbour.slug}/audits/{place.format(under_way.pk)}"
    finding_in(under_way, ada, mira)
    client.get(address)
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    for _ in range(8):
        finding_in(under_way, ada, mira)
        planned(harbour, ada)
    for each in running[:4]:
        under_way.sample.create(project=each)
    with CaptureQueriesContext(connection) as many:
        client.get(address)
    assert len(many) == len(few)
