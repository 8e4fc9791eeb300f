"""The pages of registers, and who may do what on them."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime
from decimal import Decimal
from html import unescape
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.registers import actions
from plumbline.office.registers.kinds import kinds
from plumbline.office.registers.models import Entry, Kind, LessonUse, State

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
SignIn = Callable[[Person], Client]


@pytest.fixture(autouse=True)
def _at_noon() -> Any:
    with clock_at(NOON):
        yield


def address(project: Project, rest: str = "registers/") -> str:
    return f"/o/harbour-works/projects/{project.pk}/{rest}"


def page(client: Client, path: str, status: int = 200) -> str:
    answer = client.get(path)
    assert answer.status_code == status, answer.status_code
    return unescape(answer.content.decode())


def one(entry: Entry, deed: str = "") -> str:
    return address(entry.project, f"entries/{entry.pk}/{deed}")


def test_all_registers_stand_on_one_page_with_what_needs_attention(
    added: Any, office: Client, crossing: Project
) -> None:
    added(title="Ice on the quay", probability=5, impact=4, amount=Decimal(100_000))
    added(Kind.ACTION, "Call the pilot", due_on=date(2026, 3, 1))
    shown = page(office, address(crossing))
    for each in kinds().values():
        assert each.plural in shown
    assert "High: 20" in shown
    assert "Overdue" in shown
    assert "90,000" in shown


def test_an_empty_register_says_how_to_begin(office: Client, crossing: Project) -> None:
    assert "Nothing is in the registers yet" in page(office, address(crossing))
    assert "press Enter" in page(office, address(crossing, "registers/risk/"))


@pytest.mark.parametrize("kind", list(Kind))
def test_every_kind_has_its_list(added: Any, office: Client, crossing: Project, kind: Kind) -> None:
    added(kind, "About the crane")
    assert "About the crane" in page(office, address(crossing, f"registers/{kind}/"))
    assert "About the crane" in page(office, f"/o/harbour-works/registers/{kind}/")
    assert "About the crane" in page(office, one(Entry.objects.get()))
    assert office.get(one(Entry.objects.get(), "edit/")).status_code == 200


def test_there_is_no_list_of_another_kind(office: Client, crossing: Project) -> None:
    page(office, address(crossing, "registers/wish/"), 404)


def test_a_line_is_added_and_the_next_keeps_owner_and_day(signed_in: SignIn, mira: Person, crossing: Project) -> None:
    sent = {"new-title": "Ice on the quay", "new-owner": mira.pk, "new-due_on": "2026-04-01", "new-impact": "3"}
    answer = signed_in(mira).post(address(crossing, "registers/risk/add/"), sent, follow=True)
    risk = Entry.objects.get()
    assert (risk.title, risk.owner, risk.due_on, risk.impact) == ("Ice on the quay", mira, date(2026, 4, 1), 3)
    shown = unescape(answer.content.decode())
    assert "R-1 is added." in shown
    assert 'value="2026-04-01"' in shown


def test_a_line_without_a_title_is_told_so_and_keeps_the_rest(office: Client, crossing: Project) -> None:
    answer = office.post(address(crossing, "registers/risk/add/"), {"new-due_on": "2026-04-01"})
    shown = unescape(answer.content.decode())
    assert "This field is required" in shown
    assert 'value="2026-04-01"' in shown
    assert not Entry.objects.exists()


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"Ice", "Fog"}),
        ("show=closed", {"Wind"}),
        ("show=all", {"Ice", "Fog", "Wind"}),
        ("overdue=on", {"Ice"}),
        ("owner=me", {"Fog"}),
        ("owner=nobody", {"Ice"}),
        ("q=fo", {"Fog"}),
        ("probability=5&impact=4", {"Ice"}),
        ("owner=abc&probability=x&show=?", {"Ice", "Fog"}),
    ],
)
def test_a_list_is_narrowed_by_its_address(
    added: Any, signed_in: SignIn, mira: Person, crossing: Project, query: str, found: set[str]
) -> None:
    added(title="Ice", probability=5, impact=4, due_on=date(2026, 3, 3))
    added(title="Fog", owner=mira)
    actions.close_entry(added(title="Wind"), by=mira, state=State.DROPPED)
    answer = signed_in(mira).get(address(crossing, f"registers/risk/?{query}"))
    assert {row.entry.title for row in answer.context["rows"]} == found


def test_a_list_is_sorted_by_any_heading(added: Any, office: Client, crossing: Project) -> None:
    for title, probability in (("B", 1), ("A", 5), ("C", 3)):
        added(title=title, probability=probability, impact=2)
    for sort, order in (("", "ACB"), ("title", "ABC"), ("-title", "CBA"), ("probability", "BCA"), ("odd", "BAC")):
        answer = office.get(address(crossing, f"registers/risk/?sort={sort}"))
        assert "".join(row.entry.title for row in answer.context["rows"]) == order, sort


def test_the_matrix_counts_open_risks_and_tells_the_exposure(
    added: Any, office: Client, crossing: Project, mira: Person
) -> None:
    for _ in range(2):
        added(probability=5, impact=3, amount=Decimal(1000))
    added()
    actions.close_entry(added(probability=5, impact=3), by=mira, state=State.DROPPED)
    matrix = office.get(address(crossing, "registers/risk/")).context["matrix"]
    row = dict(matrix.rows)[5]
    assert ([cell.count for cell in row], row[2].band) == ([0, 0, 2, 0, 0], "high")
    assert (matrix.unrated, matrix.exposure) == (1, Decimal(1800))


def test_a_dependency_stands_in_the_registers_of_both(added: Any, office: Client, mole: Project) -> None:
    needed = added(Kind.DEPENDENCY, "The bollards", other_project=mole)
    assert "asked for by QC-1" in page(office, address(mole, "registers/dependency/"))
    assert "The bollards" in page(office, address(mole, f"entries/{needed.pk}/"))
    page(office, address(mole, f"entries/{added(Kind.RISK).pk}/"), 404)


def test_the_other_manager_answers_on_the_page(
    added: Any, signed_in: SignIn, mole: Project, ivo: Person, tam: Person
) -> None:
    needed = added(Kind.DEPENDENCY, "The bollards", other_project=mole)
    assert signed_in(tam).post(one(needed, "answer/"), {"answer-agrees": "yes"}).status_code == 403
    told = signed_in(ivo).post(one(needed, "answer/"), {"answer-agrees": "no"})
    assert "Say why not" in unescape(told.content.decode())
    signed_in(ivo).post(one(needed, "answer/"), {"answer-agrees": "yes"})
    needed.refresh_from_db()
    assert needed.state == State.AGREED


def test_only_the_decider_or_the_office_decides(
    added: Any, signed_in: SignIn, mira: Person, osric: Person, office: Client
) -> None:
    first, second = (added(Kind.DECISION, decider=osric) for _ in range(2))
    said = {"decide-text": "We buy it."}
    assert signed_in(mira).post(one(first, "decide/"), said).status_code == 403
    assert "Decide it" not in page(signed_in(mira), one(first))
    assert signed_in(osric).post(one(first, "decide/"), said).status_code == 302
    assert office.post(one(second, "decide/"), said).status_code == 302
    assert set(Entry.objects.values_list("response", "state")) == {("We buy it.", State.DONE)}
    assert "Decided by" in page(signed_in(mira), one(first))


def test_a_deed_that_does_not_fit_is_told_and_changes_nothing(added: Any, office: Client) -> None:
    risk = added()
    told = unescape(office.post(one(risk, "decide/"), {"decide-text": "x"}, follow=True).content.decode())
    assert "not in a state for this" in told
    assert office.post(one(risk, "dance/")).status_code == 404
    assert not risk.events.exists()


def test_what_somebody_else_wrote_meanwhile_is_shown_beside_ones_own(added: Any, office: Client, mira: Person) -> None:
    risk = added(title="The crane is late", category="Weather")
    actions.edit_entry(risk, by=mira, title="The crane is very late")
    sent = {"title": "The crane may be late", "category": "Weather", "state": "open", "seen": "1"}
    told = unescape(office.post(one(risk, "edit/"), sent).content.decode())
    assert "Somebody else changed it meanwhile" in told
    assert "The crane is very late" in told
    assert 'value="The crane may be late"' in told
    assert 'value="2"' in told
    assert office.post(one(risk, "edit/"), {**sent, "seen": "2"}).status_code == 302
    risk.refresh_from_db()
    assert risk.title == "The crane may be late"


def test_a_team_member_raises_and_changes_their_own_only(
    added: Any, signed_in: SignIn, tam: Person, crossing: Project
) -> None:
    client = signed_in(tam)
    client.post(address(crossing, "registers/issue/add/"), {"new-title": "My own"})
    own, other = Entry.objects.get(title="My own"), added()
    assert client.get(one(own, "edit/")).status_code == 200
    assert client.get(one(other, "edit/")).status_code == 403
    assert client.post(one(other, "close/"), {"close-state": "dropped", "close-comment": "x"}).status_code == 403
    assert client.post(one(other, "say/"), {"say-comment": "I saw it."}).status_code == 302
    assert "disclosure" not in page(client, one(other))


def test_a_guest_sees_no_register(added: Any, signed_in: SignIn, harbour: Any, enrol: Any, crossing: Project) -> None:
    guest = signed_in(enrol(harbour, Role.GUEST).person)
    for path in (address(crossing), address(crossing, "registers/risk/"), one(added())):
        page(guest, path, 403)


def test_to_another_organisation_nothing_exists(added: Any, signed_in: SignIn, olav: Person, crossing: Project) -> None:
    risk = added()
    stranger = signed_in(olav)
    for path in (address(crossing), one(risk), one(risk).replace("harbour-works", "northern-line")):
        page(stranger, path, 404)


def test_many_are_changed_from_the_list(added: Any, office: Client, crossing: Project, tam: Person) -> None:
    chosen, left = [added().pk, added().pk], added()
    there = address(crossing, "registers/risk/change/")
    told = office.post(there, {"entry": chosen, "owner": tam.pk, "due_on": "2026-05-01"}, follow=True)
    assert "2 of 2 chosen entries changed." in unescape(told.content.decode())
    assert set(Entry.objects.filter(owner=tam).values_list("pk", flat=True)) == set(chosen)
    told = office.post(there, {"entry": chosen}, follow=True)
    assert "Choose what to change" in unescape(told.content.decode())
    office.post(there, {"entry": [left.pk], "state": "dropped", "comment": "Over."})
    left.refresh_from_db()
    assert not left.is_open


def test_entries_of_others_are_not_changed_along_the_way(
    added: Any, signed_in: SignIn, crossing: Project, tam: Person
) -> None:
    own, other = added(by=tam), added()
    there, client = address(crossing, "registers/risk/change/"), signed_in(tam)
    told = client.post(there, {"entry": [own.pk, other.pk], "owner": tam.pk}, follow=True)
    assert "R-2 you may not change" in unescape(told.content.decode())
    assert client.post(there, {"entry": [other.pk], "owner": tam.pk}).status_code == 403
    assert not Entry.objects.filter(owner=tam).exists()


@pytest.mark.parametrize("extension", ["csv", "xlsx"])
def test_every_list_is_exported(added: Any, office: Client, crossing: Project, extension: str) -> None:
    added()
    for path in (address(crossing, f"registers/risk.{extension}"), f"/o/harbour-works/registers/risk.{extension}"):
        answer = office.get(path)
        assert answer.status_code == 200
        assert "attachment" in answer["Content-Disposition"]
    assert office.get(address(crossing, "registers/risk.pdf")).status_code == 404


def test_lessons_learned_are_found_over_all_projects(added: Any, office: Client, mole: Project) -> None:
    added(Kind.LESSON, "Order the cable before the ducts", category="Supplier")
    added(Kind.LESSON, "Ask the divers first", project=mole)
    shown = page(office, "/o/harbour-works/lessons-learned/?q=cable")
    assert "Order the cable" in shown
    assert "divers" not in shown
    assert "Nothing fits" in page(office, "/o/harbour-works/lessons-learned/?q=glacier")


def test_what_was_made_of_a_lesson_is_kept(added: Any, signed_in: SignIn, mole: Project, ivo: Person) -> None:
    lesson = added(Kind.LESSON, "Order the cable before the ducts")
    client, there = signed_in(ivo), f"/o/harbour-works/lessons-learned/{lesson.pk}/use/"
    sent = {"applied": "no", "offered_at": "gate:delivery_review", "project": mole.pk, "next": "/elsewhere/"}
    told = client.post(there, sent)
    assert told["Location"] == "/elsewhere/"
    assert not LessonUse.objects.exists()
    client.post(there, {**sent, "because": "We have no ducts."})
    assert LessonUse.objects.get().because == "We have no ducts."
    assert client.post(there, {**sent, "next": "https://evil.example/"})["Location"].startswith("/o/harbour-works/")


@pytest.mark.parametrize("path", ["registers/", "registers/risk/", "registers/dependency/"])
def test_a_page_asks_as_much_however_many_there_are(
    added: Any, office: Client, crossing: Project, mole: Project, ivo: Person, path: str
) -> None:
    def count() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            page(office, address(crossing, path))
        return len(asked)

    def more(number: int) -> None:
        for _ in range(number):
            added(owner=ivo, due_on=date(2026, 3, 1))
            added(Kind.DEPENDENCY, other_project=mole, due_on=date(2026, 3, 1))

    more(3)
    count()
    few = count()
    more(20)
    assert count() == few
