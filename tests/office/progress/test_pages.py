"""The pages, each tried by whoever may change it, only see it, may not, and by a stranger."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from office.conftest import Enrol
from plumbline.office.governance.actions import appoint
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.planning.models import PlanDraft
from plumbline.office.progress.actions import ask_owners, tell
from plumbline.office.progress.models import OwnedActivity, PlanName, ProgressUpdate, ProjectProgress, UpdateDecision
from plumbline.office.progress.queries import waiting_of
from plumbline.office.progress.saying import Said
from plumbline.office.projects.models import Project

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("ten_days_on")]
SignedIn = Callable[[Person], Client]
HERE = "/o/harbour-works"


def page(client: Client, path: str) -> str:
    answer = client.get(f"{HERE}/{path}")
    assert answer.status_code == 200, path
    return answer.content.decode()


def test_somebody_tells_as_planned_from_their_list_in_one_tap(
    walls: OwnedActivity, lena: Membership, signed_in: SignedIn
) -> None:
    client = signed_in(lena.person)
    said = page(client, "my-activities/")
    there = f"{HERE}/projects/{walls.project_id}/progress/activities/{walls.pk}/"
    assert f'action="{there}"' in said
    answer = client.post(there, {"says": "planned", "next": f"{HERE}/my-activities/"}, follow=True)
    assert "waits for Mira Pontoon" in answer.content.decode()
    assert ProgressUpdate.objects.get().says == "planned"


def test_a_form_that_cannot_be_true_comes_back_with_what_to_do_at_its_field(
    walls: OwnedActivity, lena: Membership, signed_in: SignedIn
) -> None:
    there = f"{HERE}/projects/{walls.project_id}/progress/activities/{walls.pk}/"
    given = {"says": "finished", "started": "2026-03-10", "finished": "2026-03-03"}
    said = signed_in(lena.person).post(there, given).content.decode()
    assert "It cannot have finished before it started on 10 Mar 2026" in said
    assert not ProgressUpdate.objects.exists()


def test_who_is_not_named_reads_and_may_not_tell_until_they_lead_the_team(
    walls: OwnedActivity, bruno: Membership, signed_in: SignedIn, crossing: Project
) -> None:
    client, there = signed_in(bruno.person), f"projects/{walls.project_id}/progress/activities/{walls.pk}/"
    assert 'name="says"' not in page(client, there)
    refused = client.post(f"{HERE}/{there}", {"says": "planned"})
    assert (refused.status_code, b"does not allow" in refused.content) == (403, True)
    appoint(crossing, by=None, role="team_lead", person=bruno.person)
    assert "You tell this for Lena Trestle" in page(client, there)
    client.post(f"{HERE}/{there}", {"says": "planned"})
    update = ProgressUpdate.objects.get()
    assert (update.how, update.owner, update.by) == ("for", "Lena Trestle", bruno.person)


def test_the_manager_takes_over_what_is_ticked_and_moves_the_data_date(
    walls: OwnedActivity, roof: OwnedActivity, lena: Membership, mira: Person, signed_in: SignedIn, crossing: Project
) -> None:
    for each in (walls, roof):
        tell(each, Said("planned"), by=lena.person)
    client, there = signed_in(mira), f"projects/{crossing.pk}/progress/"
    said = page(client, there)
    assert "A2 Walls" in said
    assert 'value="2026-03-12"' in said
    first = waiting_of(crossing)[0]
    given = {"update": str(first.pk), "moves": "yes", "data_date": "2026-03-12"}
    answer = client.post(f"{HERE}/{there}accept/", given, follow=True).content.decode()
    assert "What was told of 1 activity is in your draft of the plan." in answer
    assert "The data date of the draft is 12 Mar 2026." in answer
    assert PlanDraft.objects.get().author == mira
    assert [str(each) for each in waiting_of(crossing)] == ["A3 Roof"]


def test_the_manager_refuses_with_a_reason(
    walls: OwnedActivity, lena: Membership, mira: Person, signed_in: SignedIn, crossing: Project
) -> None:
    update = tell(walls, Said("planned"), by=lena.person)
    client, there = signed_in(mira), f"{HERE}/projects/{crossing.pk}/progress/{update.pk}/refuse/"
    assert client.post(there, {"reason": " "}).status_code == 200
    assert not UpdateDecision.objects.exists()
    assert "is told why" in client.post(there, {"reason": "Wet."}, follow=True).content.decode()
    assert "Mira Pontoon: Wet." in page(signed_in(lena.person), "my-activities/")


def test_names_are_settled_on_the_page_of_owners_and_asking_is_switched_on(
    crossing: Project, lena: Membership, bruno: Membership, mira: Person, signed_in: SignedIn
) -> None:
    client, there = signed_in(mira), f"projects/{crossing.pk}/progress/owners/"
    assert "Names that nobody here has" in page(client, there)
    client.post(f"{HERE}/{there}", {"name": "B. Gantry", "person": str(bruno.person_id)})
    client.post(f"{HERE}/{there}", {"name": "Paint Ltd", "person": "nobody"})
    client.post(f"{HERE}/{there}", {"asks": "yes"})
    assert dict(PlanName.objects.values_list("name", "person")) == {"B. Gantry": bruno.person_id, "Paint Ltd": None}
    assert ProjectProgress.objects.get().asks
    assert "Names that nobody here has" not in page(client, there)
    client.post(f"{HERE}/{there}", {"name": "Paint Ltd", "person": "anybody"})
    assert PlanName.objects.count() == 1


@pytest.mark.parametrize("given", [{}, {"name": "B. Gantry"}, {"name": "B. Gantry", "person": "99999"}])
def test_a_choice_of_nobody_known_is_refused(
    crossing: Project, mira: Person, signed_in: SignedIn, given: dict[str, str]
) -> None:
    signed_in(mira).post(f"{HERE}/projects/{crossing.pk}/progress/owners/", given)
    assert not PlanName.objects.exists()


MANAGERS_ALONE = ("accept/", "remind/", "owners/", "{update}/refuse/")
DEEDS = {"update": "1", "remind": "yes", "asks": "yes", "reason": "No."}


@pytest.mark.parametrize("path", MANAGERS_ALONE)
def test_what_the_manager_may_a_member_may_not_and_for_a_stranger_it_does_not_exist(
    walls: OwnedActivity, lena: Membership, olav: Person, signed_in: SignedIn, crossing: Project, path: str
) -> None:
    update = tell(walls, Said("planned"), by=lena.person)
    there = f"{HERE}/projects/{crossing.pk}/progress/{path.format(update=update.pk)}"
    assert signed_in(lena.person).post(there, DEEDS).status_code == 403
    assert signed_in(olav).post(there, DEEDS).status_code == 404
    assert waiting_of(crossing).get() == update


def test_another_manager_reads_and_decides_nothing(
    walls: OwnedActivity, lena: Membership, harbour: Organisation, enrol: Enrol, signed_in: SignedIn, crossing: Project
) -> None:
    update = tell(walls, Said("planned"), by=lena.person)
    client = signed_in(enrol(harbour, Role.PROJECT_MANAGER, "Pia Bollard").person)
    assert "Take over" not in page(client, f"projects/{crossing.pk}/progress/")
    assert client.post(f"{HERE}/projects/{crossing.pk}/progress/accept/", {"update": update.pk}).status_code == 403


def test_a_guest_finds_nothing_of_it(
    walls: OwnedActivity, harbour: Organisation, enrol: Enrol, signed_in: SignedIn, crossing: Project
) -> None:
    client = signed_in(enrol(harbour, Role.GUEST).person)
    for path in ("my-activities/", f"projects/{crossing.pk}/progress/", f"projects/{crossing.pk}/progress.csv"):
        assert client.get(f"{HERE}/{path}").status_code == 403
    assert "Progress told" not in page(client, f"projects/{crossing.pk}/")


def test_what_was_told_goes_out_as_a_table(
    walls: OwnedActivity, lena: Membership, mira: Person, signed_in: SignedIn, crossing: Project
) -> None:
    tell(walls, Said("planned", note="=1+1"), by=lena.person)
    said = signed_in(mira).get(f"{HERE}/projects/{crossing.pk}/progress.csv").content.decode()
    assert "Lena Trestle,Signed in" in said
    assert "waits for the project manager" in said
    assert ",=1+1" not in said


def test_the_page_on_which_the_day_starts_says_what_is_due_and_what_waits(
    walls: OwnedActivity, roof: OwnedActivity, lena: Membership, mira: Person, signed_in: SignedIn, crossing: Project
) -> None:
    assert "2 activities of yours are due for a word" in page(signed_in(lena.person), "")
    tell(walls, Said("planned"), by=lena.person)
    assert "1 update waits for you" in page(signed_in(mira), "")
    assert "1 update waits for you" in page(signed_in(mira), f"projects/{crossing.pk}/")


def test_many_activities_ask_as_many_queries_as_few(
    walls: OwnedActivity, lena: Membership, mira: Person, signed_in: SignedIn, crossing: Project
) -> None:
    ask_owners(crossing, asks=True, by=mira)
    under = f"projects/{crossing.pk}/progress/"
    paths = ("my-activities/", "", under, f"{under}activities/", f"{under}owners/")

    def queries() -> list[int]:
        counted = []
        for person in (lena.person, mira):
            client = signed_in(person)
            for path in paths:
                client.get(f"{HERE}/{path}")
                with CaptureQueriesContext(connection) as made:
                    page(client, path)
                counted.append(len(made))
        return counted

    def add(number: int) -> None:
        more = OwnedActivity.objects.create(
            project=crossing, uid=f"x{number}", code=f"X{number}", name="More", start="2026-03-02", as_of="2026-03-02",
            finish="2026-03-06", due_on="2026-03-06", overdue_on="2026-03-08",
        )  # fmt: skip
        more.owners.create(name="Lena Trestle", key="lena trestle")
        tell(more, Said("under_way", started=walls.start), by=lena.person)

    add(0)
    OwnedActivity.objects.filter(uid__startswith="x").update(due_on="2026-03-06", overdue_on="2026-03-08")
    few = queries()
    for number in range(1, 12):
        add(number)
    OwnedActivity.objects.filter(uid__startswith="x").update(due_on="2026-03-06", overdue_on="2026-03-08")
    assert queries() == few
