"""The pages of capacity: who may, who sees, how many queries, and what a person finds."""

from __future__ import annotations

from collections.abc import Callable
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.capacity.conftest import MONDAY, Deliver, weeks_later
from office.conftest import Enrol
from plumbline.office.capacity import actions
from plumbline.office.capacity.models import Ability, Leave, Pool, ResourcePerson
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin

SignedIn = Callable[[Person], Client]
OFFICE = "/o/harbour-works"


def text_of(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, path
    return unescape(answer.content.decode())


@pytest.fixture
def over(
    harbour: Organisation, tove: ResourcePerson, crane: Project, wall: Project, deliver: Deliver, ada: Person
) -> ResourcePerson:
    """Tove, promised twice in the first week."""
    deliver(crane, {"Tove Yard": 10, "Crane 4": 3})
    deliver(wall, {"Tove Yard": 5})
    actions.match_name(harbour, by=ada, name="Tove Yard", means=tove)
    return tove


@pytest.mark.parametrize("by", ["unit", "pool", "role", "person"])
def test_the_heat_map_says_by_letter_who_is_over(
    signed_in: SignedIn, over: ResourcePerson, mira: Person, by: str
) -> None:
    page = text_of(signed_in(mira), f"{OFFICE}/capacity/?by={by}&per=week")
    assert "far over: 80 of 40 h" in page
    assert '<td class="load load-far-over"' in page
    assert "24 hours of 1 name in plans belong to nobody known" in page
    name = {"unit": "In no unit", "pool": "Crew", "role": "Diver", "person": "Tove Yard"}[by]
    lines = signed_in(mira).get(f"{OFFICE}/capacity.csv?by={by}&per=week").content.decode("utf-8-sig").splitlines()
    assert f"{name},1,2026-03-02,40.0,80.0,200,far over" in lines
    assert f"{name},1,2026-03-09,40.0,40.0,100,full" in lines


def test_by_month_the_same_hours_add_up(signed_in: SignedIn, over: ResourcePerson, mira: Person) -> None:
    lines = signed_in(mira).get(f"{OFFICE}/capacity.csv?by=person&per=month").content.decode("utf-8-sig").splitlines()
    assert "Tove Yard,1,2026-03-01,176.0,120.0,68,free" in lines


def test_without_people_capacity_is_unknown_and_the_page_says_what_to_do(signed_in: SignedIn, ada: Person) -> None:
    page = text_of(signed_in(ada), f"{OFFICE}/capacity/")
    assert "Capacity is unknown as long as nobody has said who works here" in page
    assert "Add the first person" in page


def test_a_person_is_added_and_found(signed_in: SignedIn, ada: Person, crew: Pool, diver: Ability) -> None:
    client = signed_in(ada)
    given = {"name": "Wim Yard", "pool": crew.pk, "role": diver.pk, "percent": "80"}
    added = client.post(f"{OFFICE}/capacity/people/add/", given)
    assert added.status_code == 302, added.content.decode()[-2000:]
    assert "Wim Yard" in text_of(client, f"{OFFICE}/capacity/people/?q=wim&pool={crew.pk}&ability={diver.pk}")
    assert "80 %" in text_of(client, added["Location"])
    assert "Wim Yard,,Diver,Crew,,80" in client.get(f"{OFFICE}/capacity/people.csv").content.decode()


def test_the_page_of_a_person_shows_which_projects_meet(
    signed_in: SignedIn, over: ResourcePerson, mira: Person
) -> None:
    page = text_of(signed_in(mira), f"{OFFICE}/capacity/people/{over.pk}/")
    assert "C-1" in page
    assert "C-2" in page
    assert "Picture: Hours asked and capacity by period" in page


def test_why_somebody_is_away_is_shown_to_them_and_their_owner_only(
    signed_in: SignedIn, tove: ResourcePerson, tove_yard: Person, nia: Person, mira: Person, ada: Person
) -> None:
    place = f"{OFFICE}/capacity/people/{tove.pk}/"
    given = {"first": "2026-03-09", "last": "2026-03-13", "percent": "100", "reason": "Operation"}
    assert signed_in(tove_yard).post(f"{place}leave/", given).status_code == 302
    assert "Operation" in text_of(signed_in(tove_yard), place)
    assert "Operation" in text_of(signed_in(nia), place)
    for person in (mira, ada):
        page = text_of(signed_in(person), place)
        assert "Operation" not in page
        assert "13 Mar 2026" in page


def test_four_people(
    signed_in: SignedIn,
    enrol: Enrol,
    harbour: Organisation,
    tove: ResourcePerson,
    nia: Person,
    mira: Person,
    olav: Person,
) -> None:
    """The owner of the pool enters leave, a colleague reads, a guest may not, and for a stranger there is nothing."""
    place = f"{OFFICE}/capacity/people/{tove.pk}/"
    guest = enrol(harbour, Role.GUEST, "Gus Est").person
    given = {"first": "2026-03-09", "percent": "100"}
    assert signed_in(nia).post(f"{place}leave/", given).status_code == 302
    reader = signed_in(mira)
    assert "Enter leave" not in text_of(reader, place)
    assert reader.post(f"{place}leave/", given).status_code == 403
    assert reader.post(f"{place}share/", {"percent": "50", "from_on": "2026-03-02"}).status_code == 403
    assert reader.get(f"{place}edit/").status_code == 403
    assert signed_in(guest).get(place).status_code == 403
    assert signed_in(olav).get(place).status_code == 404
    assert Leave.objects.count() == 1


def test_my_time_leads_to_ones_own_page(
    signed_in: SignedIn, tove: ResourcePerson, tove_yard: Person, mira: Person
) -> None:
    assert signed_in(tove_yard).get(f"{OFFICE}/capacity/mine/")["Location"] == f"{OFFICE}/capacity/people/{tove.pk}/"
    assert "You are not in the list" in text_of(signed_in(mira), f"{OFFICE}/capacity/mine/")


def test_share_line_work_and_abilities_are_kept_on_the_page(
    signed_in: SignedIn, tove: ResourcePerson, ada: Person, harbour: Organisation
) -> None:
    welder = actions.add_ability(harbour, by=ada, name="Welding", kind="skill")
    client, place = signed_in(ada), f"{OFFICE}/capacity/people/{tove.pk}/"
    client.post(f"{place}share/", {"percent": "50", "from_on": "2026-03-02"})
    client.post(f"{place}line-work/", {"title": "Watch", "percent": "20", "first": "2026-03-02"})
    client.post(f"{place}abilities/", {"abilities": [welder.pk]})
    page = text_of(client, place)
    for words in ("50 %", "Watch", "until further notice", "Welding"):
        assert words in page
    refused = client.post(f"{place}line-work/", {"title": "", "percent": "200", "first": "2026-03-02"})
    assert "Ensure this value is less than or equal to 100" in unescape(refused.content.decode())


def test_single_points_are_named_with_their_projects(
    signed_in: SignedIn,
    over: ResourcePerson,
    mira: Person,
    harbour: Organisation,
    ada: Person,
    wall: Project,
    crew: Pool,
) -> None:
    rigger = actions.add_ability(harbour, by=ada, name="Rigger")
    months = {"first_month": MONDAY, "last_month": MONDAY}
    asked = actions.ask_for_capacity(wall, by=ada, pool=crew, role=rigger, percent=50, **months)
    actions.approve_request(asked, by=ada)
    page = text_of(signed_in(mira), f"{OFFICE}/capacity/single-points/")
    assert "Diver" in page
    assert "<strong>nobody</strong>" in page
    lines = signed_in(mira).get(f"{OFFICE}/capacity/single-points.csv").content.decode("utf-8-sig").splitlines()
    assert 'Diver,Role,Tove Yard,"C-1, C-2","C-1, C-2",120' in lines
    assert "Rigger,Role,nobody,C-2,,88" in lines


def test_names_are_suggested_confirmed_and_asked_again(
    signed_in: SignedIn,
    tove: ResourcePerson,
    wim: ResourcePerson,
    crane: Project,
    deliver: Deliver,
    ada: Person,
    mira: Person,
) -> None:
    deliver(crane, {"Yard, Tove": 4, "wim yard": 2, "Crane 4": 1})
    client, place = signed_in(ada), f"{OFFICE}/capacity/names/"
    page = text_of(client, place)
    assert "likely: Tove Yard" in page
    assert "1 name is spelled as somebody's here." in page
    client.post(f"{place}same/", {"go": "same"})
    client.post(place, {"name": "Yard, Tove", "means": f"person-{tove.pk}"})
    client.post(place, {"name": "Crane 4", "means": "nobody"})
    page = text_of(client, place)
    assert "nobody who is kept here" in page
    assert "likely" not in page
    match = crane.organisation.plan_matches.get(person=tove)
    client.post(f"{place}{match.pk}/forget/", {"go": "x"})
    assert "likely: Tove Yard" in text_of(client, place)
    assert signed_in(mira).post(place, {"name": "Crane 4", "means": "nobody"}).status_code == 403


def test_roles_and_competencies_of_the_standard_are_taken_not_typed(
    signed_in: SignedIn, harbour: Organisation, ada: Person
) -> None:
    publish_builtin(harbour, "predictive", by=None)
    client, place = signed_in(ada), f"{OFFICE}/capacity/abilities/"
    assert "Team lead" in text_of(client, place)
    client.post(f"{place}standard/", {"offer": ["role-team_lead", "skill-finance", "role-unheard_of"]})
    assert set(Ability.objects.values_list("kind", "key")) == {("role", "team_lead"), ("skill", "finance")}
    client.post(place, {"kind": "role", "name": "Diver"})
    again = client.post(place, {"kind": "role", "name": "diver"})
    assert "There is one of this name already." in unescape(again.content.decode())
    ended = Ability.objects.get(name="Diver")
    client.post(f"{place}{ended.pk}/end/", {"go": "end"}, follow=True)
    assert ">Diver<" not in text_of(client, f"{OFFICE}/capacity/people/")


@pytest.mark.parametrize(
    ("path", "most"),
    [("capacity/?by=unit", 27), ("capacity/?by=person&per=month", 26), ("capacity/single-points/", 28)],
)
def test_a_page_takes_as_many_queries_with_many_people_as_with_few(
    signed_in: SignedIn, over: ResourcePerson, harbour: Organisation, mira: Person, ada: Person, path: str, most: int
) -> None:
    client = signed_in(mira)
    client.get(f"{OFFICE}/{path}")
    counts = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            client.get(f"{OFFICE}/{path}")
        counts.append(len(queries))
        for number in range(12):
            actions.add_resource_person(harbour, by=ada, name=f"Somebody {len(counts)} {number}")
    assert counts[0] == counts[1] <= most


def test_leave_from_a_file_is_looked_at_row_by_row_and_added_once(
    signed_in: SignedIn,
    tove: ResourcePerson,
    wim: ResourcePerson,
    nia: Person,
    tove_yard: Person,
    harbour: Organisation,
) -> None:
    rows = (f"Tove Yard,{MONDAY},{weeks_later(1)},,Sea", f"wim yard,{MONDAY},,50,", f"Nobody,{MONDAY},,,")
    lines = "\n".join(("Name,From,To,Share,Reason", *rows))
    client = signed_in(nia)
    sent = client.post(f"{OFFICE}/capacity/leave/import/", {"table": SimpleUploadedFile("l.csv", lines.encode())})
    page = text_of(client, sent["Location"])
    assert "There is nobody of this name." in page
    assert signed_in(tove_yard).get(sent["Location"]).status_code == 403
    refused = client.post(sent["Location"], {"go": "all"})
    assert "so nothing was added" in unescape(refused.content.decode())
    client.post(sent["Location"], {"go": "good"})
    client.post(sent["Location"], {"go": "good"})
    assert list(Leave.objects.values_list("person__name", "first", "last", "percent")) == [
        ("Tove Yard", MONDAY, weeks_later(1), 100),
        ("Wim Yard", MONDAY, MONDAY, 50),
    ]
    again = client.post(f"{OFFICE}/capacity/leave/import/", {"table": SimpleUploadedFile("l.csv", lines.encode())})
    assert "There already" in text_of(client, again["Location"])
    own = signed_in(tove_yard).post(
        f"{OFFICE}/capacity/leave/import/", {"table": SimpleUploadedFile("l.csv", lines.encode())}
    )
    assert "You may not enter leave of this person." in text_of(signed_in(tove_yard), own["Location"])
