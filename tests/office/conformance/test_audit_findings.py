"""What an audit finds is answered by one and closed by another; its report never changes."""

from __future__ import annotations

import hashlib
import json
from datetime import timedelta

import pytest
from django.db import DatabaseError, transaction

from office.conformance.conftest import DAY, MARCH, SignedIn, answered, finding_in, refusal
from plumbline.office.conformance.actions import audits as actions
from plumbline.office.conformance.actions.checklists import answer
from plumbline.office.conformance.actions.findings import follow_up
from plumbline.office.conformance.actions.reports import report_audit
from plumbline.office.conformance.models import Audit, AuditReport, ChecklistQuestion
from plumbline.office.conformance.queries.reports import report_page
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation, Person

pytestmark = pytest.mark.django_db


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
