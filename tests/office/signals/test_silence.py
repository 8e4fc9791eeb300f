"""What happens by itself when nobody answers, and how fast answers come."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.conftest import Enrol
from office.signals.conftest import at, raised_anonymously
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.notifications.models import Notice
from plumbline.office.operations.due.signals_waiting import found
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.signals import actions, queries
from plumbline.office.signals.models import Signal
from plumbline.office.signals.promises import promises_of

SignedIn = Callable[[Person], Client]
pytestmark = pytest.mark.django_db


def swept(*moments: object) -> None:
    for each in moments:
        with clock_at(each):  # type: ignore[arg-type]
            actions.keep_up()
            actions.keep_up()


def test_each_step_up_is_told_once(concern: Signal, harbour: Organisation, ada: Person, enrol: Enrol) -> None:
    staff, mira = (enrol(harbour, role, str(role)).person for role in (Role.PMO_STAFF, Role.TEAM_MEMBER))
    actions.hand_over(concern, by=ada, to=mira)
    swept(at(5, 9), at(5, 10), at(6), at(10, 9))
    late = Notice.objects.filter(key__contains=":step:1")
    assert {(each.person_id, each.title) for each in late} == {
        (ada.pk, "A signal is not answered in time: The crane leans."),
        (mira.pk, "The time to answer a signal is over: The crane leans."),
    }
    swept(at(10, 10), at(11), at(30))
    assert set(Notice.objects.filter(key__contains=":step:2").values_list("person_id", flat=True)) == {
        ada.pk, staff.pk, mira.pk,
    }  # fmt: skip
    assert [each.details["step"] for each in AuditLine.objects.filter(verb="escalate_signal").order_by("pk")] == [1, 2]
    assert Signal.objects.get().next_at is None


def test_what_is_answered_or_withdrawn_is_not_escalated(
    concern: Signal, idea: Signal, ada: Person, jory: Person
) -> None:
    actions.answer(concern, by=ada, text="We look")
    actions.withdraw(idea, by=jory)
    swept(at(30))
    assert not Notice.objects.filter(key__contains=":step:").exists()


def test_the_organisation_sets_its_promises_and_its_holidays_count(
    harbour: Organisation, ada: Person, jory: Person
) -> None:
    with pytest.raises(ValidationError, match="1 to 60"):
        actions.set_promises(harbour, by=ada, days={"praise": 0})
    actions.set_promises(harbour, by=ada, days={"praise": 1, "idea": 5})
    actions.set_promises(harbour, by=ada, days={"praise": 1, "idea": 5})
    assert AuditLine.objects.filter(verb="promise_answers").count() == 1
    assert promises_of(harbour)["praise"] == 1  # type: ignore[index]
    harbour.holidays.create(on=date(2026, 3, 3), name="Ebb")
    with clock_at(at(2)):
        praise = actions.raise_signal(harbour, by=jory, kind="praise", text="Well done")
    assert praise.due_at == at(4)


def test_the_offices_day_shows_what_is_near_or_past_its_time(
    concern: Signal, harbour: Organisation, ada: Person, jory: Person
) -> None:
    raised_anonymously(harbour)
    with clock_at(at(2, 12)):
        assert found(harbour, date(2026, 3, 2), 5).total == 0
    with clock_at(at(6, 12)):
        due = found(harbour, date(2026, 3, 6), 5)
        mine, others = (found(harbour, date(2026, 3, 6), 5, person=each).total for each in (ada, jory))
    assert [each.what for each in due.rows] == ["The crane leans.", "Somebody is asleep"]
    assert (due.rows[0].who, due.rows[0].on, mine, others) == ("Ada Quay", date(2026, 3, 5), 2, 0)


def test_the_median_is_of_working_time_with_its_cases_and_what_was_in_time(
    concern: Signal, idea: Signal, harbour: Organisation, ada: Person, signed_in: SignedIn
) -> None:
    anonymous, _ = raised_anonymously(harbour)
    for signal, moment in ((concern, at(2, 12)), (anonymous, at(9, 12)), (idea, at(1, 12, month=4))):
        with clock_at(moment):
            actions.answer(signal, by=ada, text="We look")
    times = queries.answer_times(harbour, date(2026, 3, 1), date(2026, 4, 30), at(30, month=4))
    concerns = times.by_kind["concern"]
    assert sorted(concerns.respond) == [2 * 60, 4 * 480 + 3 * 60]
    assert (concerns.done, concerns.in_time_percent, times.whole.done) == (2, 50, 3)
    assert [(month, each.name, each.done) for month, each in times.rows] == [
        ("2026-03", "Concern", 2), ("2026-04", "Idea", 1),
    ]  # fmt: skip
    with clock_at(at(30, month=4)):
        page = signed_in(ada).get("/o/harbour-works/signals/times/").content.decode()
        table = signed_in(ada).get("/o/harbour-works/signals/times.csv").content.decode()
    assert concerns.median_respond in page
    assert f"2026-03,Concern,2,{concerns.median_respond},1,50" in table


def test_an_answer_of_another_organisation_counts_nowhere_else(
    concern: Signal, ada: Person, northern: Organisation
) -> None:
    with clock_at(at(3)):
        actions.answer(concern, by=ada, text="We look")
    assert queries.answer_times(northern, date(2026, 3, 1), date(2026, 3, 31), at(31)).whole.done == 0


def test_pages_ask_as_many_queries_for_many_signals_as_for_few(
    harbour: Organisation, ada: Person, jory: Person, mira: Person, signed_in: SignedIn
) -> None:
    client, pages = signed_in(ada), ("", "all/", "all.csv", "done/", "times/")

    def asked() -> list[int]:
        found = []
        for page in pages:
            with CaptureQueriesContext(connection) as made:
                assert client.get(f"/o/harbour-works/signals/{page}").status_code == 200
            found.append(len(made))
        return found

    def some(number: int) -> None:
        for kind in ("idea", "concern", "praise"):
            for _ in range(number):
                signal = actions.raise_signal(harbour, by=jory, kind=kind, text="Look", is_open=True)
                actions.vote(signal, by=mira, agrees=True)
                actions.answer(signal, by=ada, text="We look")
                if kind == "praise":
                    actions.close(signal, by=ada, we_did=True, text="Thank you")

    some(1)
    asked()
    few = asked()
    some(5)
    assert asked() == few
    assert max(few) < 25


def test_what_waits_past_its_time_counts_as_late_though_it_has_no_answer(
    concern: Signal, idea: Signal, harbour: Organisation, ada: Person
) -> None:
    with clock_at(at(3)):
        actions.answer(idea, by=ada, text="Good")
    before, after = (
        queries.answer_times(harbour, date(2026, 3, 1), date(2026, 3, 31), at(day)).whole for day in (5, 6)
    )
    assert [(each.done, each.late, each.in_time_percent) for each in (before, after)] == [(1, 0, 100), (1, 1, 50)]
