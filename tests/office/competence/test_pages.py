"""Who sees which page of what people can do, and what stands there."""

from __future__ import annotations

from html import unescape

import pytest

from office.competence.conftest import SignedIn
from office.conftest import Enrol
from plumbline.office.competence.actions import assess
from plumbline.office.competence.models import CompetencyAssessment, RequiredLevels
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role

OPEN, PMO, OFFICE = ("", "all/", "framework/"), ("asked/", "leaders/", "leaders.csv"), ("office/", "../competence.csv")


@pytest.fixture
def start(harbour: Organisation) -> str:
    return f"/o/{harbour.slug}/people/competence/"


@pytest.mark.parametrize(
    ("role", "places", "code"),
    [
        (Role.PMO_STAFF, (*OPEN, *PMO, *OFFICE), 200),
        (Role.EXECUTIVE, (*OPEN, *OFFICE), 200),
        (Role.EXECUTIVE, PMO, 403),
        (Role.PROJECT_MANAGER, OPEN, 200),
        (Role.PROJECT_MANAGER, (*PMO, *OFFICE), 403),
        (Role.TEAM_MEMBER, OPEN, 200),
        (Role.GUEST, (*OPEN, *PMO, *OFFICE), 403),
    ],
)
def test_who_sees_which(
    harbour: Organisation, enrol: Enrol, signed_in: SignedIn, start: str, role: Role, places: tuple[str, ...], code: int
) -> None:
    client = signed_in(enrol(harbour, role, "Bo Reed").person)
    for place in places:
        answer = client.get(
            start.removesuffix("competence/") + "competence.csv" if place[0:2] == ".." else start + place
        )
        assert answer.status_code == code, place
        assert code == 200 or "does not allow" in answer.content.decode()


def test_for_a_stranger_there_is_nothing(olav: Person, mira: Person, signed_in: SignedIn, start: str) -> None:
    for place in (*OPEN, *PMO, "office/", f"{mira.pk}/", f"{mira.pk}/all/"):
        assert signed_in(olav).get(start + place).status_code == 404


def test_of_each_other_colleagues_see_nothing(
    harbour: Organisation, ada: Person, mira: Person, enrol: Enrol, signed_in: SignedIn, start: str
) -> None:
    colleague = signed_in(enrol(harbour, "project_manager", "Bo Reed").person)
    for place in (f"{mira.pk}/", f"{mira.pk}/all/"):
        assert colleague.get(start + place).status_code == 403
        assert signed_in(ada).get(start + place).status_code == 200


def test_one_says_a_level_and_sees_the_earlier_ones(mira: Person, signed_in: SignedIn, start: str) -> None:
    client = signed_in(mira)
    for level in ("1", "2"):
        sent = client.post(start, {"competency": "time", "level": level, "note": "", "do": "say"})
        assert sent.status_code == 302
    page = client.get(start).content.decode()
    assert "said by oneself" in page
    assert "before: 1 (oneself" in page


def test_one_goes_through_all_of_them(mira: Person, signed_in: SignedIn, start: str) -> None:
    client = signed_in(mira)
    assert client.post(f"{start}all/", {}).status_code == 200
    refused = client.post(f"{start}all/", {"level-time": "4", "do": "say"})
    assert "Select a valid choice" in refused.content.decode()
    assert not CompetencyAssessment.objects.exists()
    client.post(f"{start}all/", {"level-time": "3", "level-quality": "2", "note": "Piers.", "do": "say"})
    said = CompetencyAssessment.objects.values_list("competency", "level")
    assert set(said) == {("time", 3), ("quality", 2)}


def test_one_is_looked_at_beside_another_role_and_class(
    harbour: Organisation, mira: Person, signed_in: SignedIn, start: str
) -> None:
    assess(harbour, mira, by=mira, competency="time", level=2)
    client = signed_in(mira)
    assert "project manager, medium project" in client.get(start).content.decode()
    assert "sponsor, large project" in client.get(start, {"role": "sponsor", "size": "2"}).content.decode()
    assert "project manager, medium project" in client.get(start, {"role": "juggler", "size": "9"}).content.decode()


def test_one_asks_the_pmo_by_the_page(ada: Person, mira: Person, signed_in: SignedIn, start: str) -> None:
    client = signed_in(mira)
    assert "Choose somebody" in client.post(f"{start}ask/", {}, follow=True).content.decode()
    client.post(f"{start}ask/", {"asked": ada.pk, "note": "", "do": "ask"})
    (notice,) = Notice.objects.all()
    assert (notice.person, notice.path) == (ada, f"{start}{mira.pk}/all/")


def test_the_framework_is_found_by_words_area_and_role(mira: Person, signed_in: SignedIn, start: str) -> None:
    client = signed_in(mira)

    def shown(**query: str) -> str:
        return unescape(client.get(f"{start}framework/", query).content.decode())

    everything = shown()
    assert everything.count('<article class="stack tight"') == 29
    assert "/learning/courses/network_logic/leads/" in everything
    assert shown(q="who may decide what").count("<article") == 1
    assert shown(area="perspective").count("<article") == 5
    assert shown(role="project_manager").count("<article") == 14
    assert "Nothing of the framework fits" in shown(q="juggling")


def test_the_office_sets_what_is_asked_by_the_page(
    harbour: Organisation, ada: Person, signed_in: SignedIn, start: str
) -> None:
    client = signed_in(ada)
    page = client.get(f"{start}asked/")
    sent = {name: str(field.initial) for name, field in page.context["form"].fields.items()}
    assert client.post(f"{start}asked/", {}).status_code == 200
    client.post(f"{start}asked/", sent | {"do": "keep"})
    assert not RequiredLevels.objects.exists(), "nothing was different"
    client.post(f"{start}asked/", sent | {"asks-2-time": "5", "do": "keep"})
    page = client.get(f"{start}asked/").content.decode()
    assert "Time, large: 4 to 5" in page
    assert "Ada Quay" in page
    client.post(f"{start}asked/", {"do": "undo", "of": RequiredLevels.objects.get().pk})
    assert "Time, large: 5 to 4" in client.get(f"{start}asked/").content.decode()
    client.post(f"{start}asked/", sent | {"asks-0-time": "5", "do": "keep"})
    assert RequiredLevels.objects.count() == 2, "a larger class asks for no less"
    assert client.post(f"{start}asked/", {"do": "undo", "of": "999"}).status_code == 404
