"""What can be done about an entry, and what is kept and told of it."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction

from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.actions import archive
from plumbline.office.projects.models import Project
from plumbline.office.registers import actions
from plumbline.office.registers.exposure import band, exposure
from plumbline.office.registers.jobs import tell_overdue
from plumbline.office.registers.models import Entry, EntryEvent, Kind, State

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)


def refused(do: Any) -> str:
    with pytest.raises(ValidationError) as error:
        do()
    return " ".join(error.value.messages)


def test_numbers_are_counted_within_kind_and_project(added: Any, mole: Project) -> None:
    found = [added(), added(), added(Kind.ISSUE), added(project=mole)]
    assert [each.reference for each in found] == ["R-1", "R-2", "I-1", "R-1"]


def test_every_deed_writes_one_audit_line(added: Any, mira: Person) -> None:
    risk = added()
    actions.review_entry(risk, by=mira)
    actions.edit_entry(risk, by=mira, impact=4)
    actions.say(risk, by=mira, comment="Asked the supplier.")
    actions.close_entry(risk, by=mira, state=State.DROPPED)
    verbs = AuditLine.objects.filter(object_id=str(risk.pk), object_type="registers.entry").order_by("pk")
    assert list(verbs.values_list("verb", flat=True)) == [
        "add_entry", "review_entry", "edit_entry", "comment_entry", "close_entry",
    ]  # fmt: skip


def test_a_change_is_told_with_before_and_after(added: Any, mira: Person) -> None:
    risk = added(probability=2)
    actions.edit_entry(risk, by=mira, probability=4, owner=mira)
    assert risk.events.get().changed == {"probability": [2, 4], "owner": [None, "Mira Pontoon"]}


def test_what_differs_in_nothing_leaves_no_trace(added: Any, mira: Person) -> None:
    risk = added(probability=2)
    assert not actions.edit_entry(risk, by=mira, probability=2)
    assert not risk.events.exists()
    assert not AuditLine.objects.filter(verb="edit_entry").exists()


def test_who_read_an_older_version_overwrites_nothing(added: Any, mira: Person, ada: Person) -> None:
    risk = added()
    actions.edit_entry(risk, by=ada, seen=1, title="The crane is very late")
    with pytest.raises(actions.ChangedMeanwhile) as conflict:
        actions.edit_entry(risk, by=mira, seen=1, title="The crane may be late")
    assert conflict.value.current.title == "The crane is very late"
    assert actions.edit_entry(risk, by=mira, seen=2, title="The crane may be late")


def test_a_comment_makes_nobody_begin_again(added: Any, mira: Person) -> None:
    risk = added()
    actions.say(risk, by=mira, comment="By the way.")
    assert actions.edit_entry(risk, by=mira, seen=1, impact=3)


def test_closing_twice_closes_once(added: Any, mira: Person) -> None:
    issue = added(Kind.ISSUE)
    actions.close_entry(issue, by=mira, comment="Solved by waiting.")
    actions.close_entry(issue, by=mira, comment="And again.")
    assert [each.comment for each in issue.events.all()] == ["Solved by waiting."]
    assert issue.closed_by == mira


def test_a_kind_refuses_an_end_that_it_does_not_know(added: Any, mira: Person) -> None:
    assert "Out of date" in refused(lambda: actions.close_entry(added(Kind.LESSON), by=mira, state=State.DONE))


def test_opening_again_needs_a_reason_and_ends_what_was_decided(added: Any, osric: Person, mira: Person) -> None:
    decision = added(Kind.DECISION, decider=osric)
    actions.decide_entry(decision, by=osric, text="We buy it.")
    assert "Say why" in refused(lambda: actions.reopen_entry(decision, by=mira, comment=" "))
    actions.reopen_entry(decision, by=mira, comment="The price has doubled.")
    assert decision.is_open
    assert decision.decided_at is None
    assert decision.response == "We buy it."


def test_a_risk_that_strikes_is_closed_and_its_issue_leads_back(added: Any, mira: Person) -> None:
    risk = added(impact=4, amount=Decimal(900), owner=mira, response="Rent another.")
    issue = actions.strike(risk, by=mira, title="The crane is not here")
    assert (issue.kind, issue.came_from, issue.impact, issue.owner) == (Kind.ISSUE, risk, 4, mira)
    assert (risk.state, list(risk.led_to.all())) == (State.DONE, [issue])
    assert "closed already" in refused(lambda: actions.strike(risk, by=mira, title="Again"))


def test_an_approved_change_waits_to_be_carried_out_and_a_refused_one_ends(added: Any, osric: Person) -> None:
    yes, no = added(Kind.CHANGE), added(Kind.CHANGE)
    actions.decide_entry(yes, by=osric, text="With half the money.", approve=True)
    actions.decide_entry(no, by=osric, text="Too late.", approve=False)
    assert (yes.state, yes.is_open, yes.decided_by) == (State.AGREED, True, osric)
    assert (no.state, no.is_open) == (State.REFUSED, False)
    assert "decided already" in refused(lambda: actions.decide_entry(yes, by=osric, text="Again"))


def test_a_decision_is_kept_in_words(added: Any, osric: Person) -> None:
    assert "Say what is decided" in refused(lambda: actions.decide_entry(added(Kind.DECISION), by=osric, text=""))


def test_a_dependency_holds_once_both_sides_have_agreed(added: Any, mole: Project, ivo: Person) -> None:
    needed = added(Kind.DEPENDENCY, "The bollards", other_project=mole)
    assert (needed.agreed_here_by.name, needed.agreed_there_by) == ("Mira Pontoon", None)
    actions.answer_dependency(needed, by=ivo, agrees=True)
    assert (needed.state, needed.agreed_there_by) == (State.AGREED, ivo)


def test_who_only_asks_has_not_agreed_for_the_project(added: Any, mole: Project, tam: Person, ivo: Person) -> None:
    needed = added(Kind.DEPENDENCY, "The bollards", by=tam, other_project=mole)
    actions.answer_dependency(needed, by=ivo, agrees=True)
    assert (needed.state, needed.agreed_here_by) == (State.OPEN, None)
    assert "Only the managers" in refused(lambda: actions.answer_dependency(needed, by=tam, agrees=True))


def test_other_terms_have_to_be_agreed_again(added: Any, mole: Project, ivo: Person, mira: Person) -> None:
    needed = added(Kind.DEPENDENCY, "The bollards", other_project=mole, due_on=date(2026, 5, 1))
    actions.answer_dependency(needed, by=ivo, agrees=True)
    actions.edit_entry(needed, by=mira, impact=4)
    assert needed.state == State.AGREED
    actions.edit_entry(needed, by=mira, due_on=date(2026, 4, 1))
    assert (needed.state, needed.agreed_here_by, needed.agreed_there_by) == (State.OPEN, None, None)


def test_no_project_depends_on_itself(added: Any, crossing: Project) -> None:
    assert "another project" in refused(lambda: added(Kind.DEPENDENCY, other_project=crossing))


def test_many_are_changed_at_once_or_none(added: Any, crossing: Project, mira: Person, tam: Person) -> None:
    first, second = added(), added()
    assert actions.change_entries(crossing, [first, second], by=mira, owner=tam, comment="Tam takes over.") == 2
    actions.close_entry(second, by=mira, state=State.DROPPED)
    assert "closed already" in refused(
        lambda: actions.change_entries(crossing, [first, second], by=mira, due_on=date(2026, 4, 1))
    )
    first.refresh_from_db()
    assert (first.owner, first.due_on) == (tam, None)


def test_an_archived_project_keeps_its_registers_as_they_are(added: Any, crossing: Project, mira: Person) -> None:
    risk = added()
    archive(crossing, by=None)
    assert "archived" in refused(lambda: actions.edit_entry(risk, by=mira, impact=1))
    assert "archived" in refused(lambda: added())


def test_history_is_never_rewritten(added: Any, mira: Person) -> None:
    actions.say(added(), by=mira, comment="As it was.")
    for change in (
        lambda: EntryEvent.objects.update(comment=""),
        lambda: EntryEvent.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            change()


def told(person: Person) -> list[str]:
    return list(person.notices.order_by("pk").values_list("kind", flat=True))


def test_owner_and_decider_are_told_and_nobody_of_what_they_did_themselves(
    added: Any, mira: Person, osric: Person, tam: Person
) -> None:
    added(Kind.DECISION, owner=mira, decider=osric)
    risk = added(owner=tam)
    actions.edit_entry(risk, by=mira, owner=mira)
    assert (told(mira), told(osric), told(tam)) == ([], ["responsible"], ["responsible"])
    assert osric.notices.get().path.endswith(f"/entries/{Entry.objects.get(kind=Kind.DECISION).pk}/")


@pytest.mark.parametrize("comment", ["@Tam Ropewalk, look", "Is it so, @tam?", "(@Tam Ropewalk)"])
def test_whoever_is_mentioned_is_told(added: Any, mira: Person, tam: Person, comment: str) -> None:
    actions.say(added(), by=mira, comment=comment)
    assert told(tam) == ["mention"]


@pytest.mark.parametrize("comment", ["Tam Ropewalk", "mail tam@Tam.example", "@Tamara", "@Olav Sleeper"])
def test_nobody_else_is_told(added: Any, mira: Person, tam: Person, olav: Person, comment: str) -> None:
    actions.say(added(), by=mira, comment=comment)
    assert not Notice.objects.exists()


def test_the_owner_is_told_once_when_an_entry_becomes_overdue(added: Any, mira: Person, harbour: Organisation) -> None:
    with clock_at(NOON):
        added(Kind.ACTION, owner=mira, due_on=date(2026, 3, 4))
        tell_overdue()
        assert told(mira) == []
    with clock_at(NOON + timedelta(days=1)):
        tell_overdue()
        tell_overdue()
    assert told(mira) == ["overdue"]


def test_another_day_may_pass_as_well(added: Any, mira: Person) -> None:
    with clock_at(NOON):
        action = added(Kind.ACTION, owner=mira, due_on=date(2026, 3, 1))
        tell_overdue()
        actions.edit_entry(action, by=mira, due_on=date(2026, 3, 2))
        tell_overdue()
    assert told(mira) == ["overdue", "overdue"]


def test_only_what_rules_look_at_asks_for_a_new_assessment(added: Any, crossing: Project, mira: Person) -> None:
    added(Kind.LESSON)
    crossing.refresh_from_db()
    assert crossing.facts_changed_at is None
    risk = added()
    Project.objects.update(facts_changed_at=None)
    actions.edit_entry(risk, by=mira, category="Weather")
    crossing.refresh_from_db()
    assert crossing.facts_changed_at is None
    actions.edit_entry(risk, by=mira, response="Wait.")
    crossing.refresh_from_db()
    assert crossing.facts_changed_at is not None


def test_exposure_is_the_share_of_the_probability() -> None:
    assert [exposure(each, Decimal(1000)) for each in (1, 2, 3, 4, 5)] == [100, 300, 500, 700, 900]
    assert exposure(None, Decimal(1)) is None
    assert [band(each) for each in (None, 7, 8, 14, 15)] == ["", "low", "medium", "medium", "high"]
