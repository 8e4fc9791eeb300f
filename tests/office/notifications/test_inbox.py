"""What somebody finds in their inbox, and what becomes of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.test import Client
from pytest_django import DjangoAssertNumQueries

from office.conftest import Enrol
from office.notifications.conftest import Tell
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications import queries
from plumbline.office.notifications.models import Mute, Notice
from plumbline.office.people.actions import add_person
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import create_portfolio, create_project
from plumbline.office.projects.models import Project

pytestmark = pytest.mark.django_db
MONDAY = datetime(2026, 3, 2, 9, 30, tzinfo=UTC)


@pytest.fixture
def crossing(harbour: Organisation) -> Project:
    portfolio = create_portfolio(harbour, by=None, name="Quays")
    return create_project(harbour, by=None, code="QUAY-1", name="Quay crossing", portfolio=portfolio)


@pytest.fixture
def page(client: Client, mira: Person) -> Client:
    client.force_login(mira, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def shown(client: Client, place: Organisation, path: str = "inbox/") -> str:
    return str(client.get(f"/o/{place.slug}/{path}").content.decode())


def test_the_same_key_is_told_once(told: Tell, reader: Membership) -> None:
    told(key="late:1")
    told("Said again in other words", key="late:1")
    assert [each.title for each in Notice.objects.all()] == ["Quay crossing is late"]


def test_a_line_says_what_and_why_and_leads_there(page: Client, harbour: Organisation, told: Tell) -> None:
    told(path=f"/o/{harbour.slug}/projects/")
    text = shown(page, harbour)
    assert "Quay crossing is late" in text
    assert "You manage it." in text
    followed = page.get(f"/o/{harbour.slug}/inbox/open/", {"notice": Notice.objects.get().pk})
    assert followed["Location"] == f"/o/{harbour.slug}/projects/"


def test_going_there_marks_it_as_read(page: Client, harbour: Organisation, told: Tell, reader: Membership) -> None:
    told()
    assert queries.unread_count(reader) == 1
    page.get(f"/o/{harbour.slug}/inbox/open/", {"notice": Notice.objects.get().pk})
    assert queries.unread_count(reader) == 0


def test_a_path_to_another_site_is_not_followed(page: Client, harbour: Organisation, told: Tell) -> None:
    told(path="//elsewhere.example/")
    followed = page.get(f"/o/{harbour.slug}/inbox/open/", {"notice": Notice.objects.get().pk})
    assert followed["Location"] == f"/o/{harbour.slug}/inbox/"


def test_unread_stands_first_however_old(page: Client, harbour: Organisation, told: Tell) -> None:
    with clock_at(MONDAY - timedelta(days=30)):
        told("Old and unread")
    with clock_at(MONDAY):
        told("New and read")
    Notice.objects.filter(title="New and read").update(read_at=MONDAY)
    text = shown(page, harbour)
    assert text.index("Old and unread") < text.index("New and read")


def test_days_are_those_of_the_readers_own_zone(reader: Membership, told: Tell, page: Client, mira: Person) -> None:
    mira.time_zone = "Asia/Tokyo"
    mira.save()
    with clock_at(MONDAY.replace(hour=20)):
        told()
    assert "Tuesday, 3 March 2026" in shown(page, reader.organisation)


def test_marking_all_leaves_what_came_meanwhile_and_is_taken_back(
    page: Client, harbour: Organisation, told: Tell, reader: Membership
) -> None:
    told("Seen")
    last = queries.last_notice(reader)
    told("Came meanwhile")
    marked = page.post(f"/o/{harbour.slug}/inbox/read/", {"through": last})
    assert [each.title for each in Notice.objects.filter(read_at=None)] == ["Came meanwhile"]
    undo = page.get(marked["Location"]).context["marked_at"]
    page.post(f"/o/{harbour.slug}/inbox/unread/", {"at": undo})
    assert queries.unread_count(reader) == 2


@pytest.mark.parametrize("sent", [{"at": "soon"}, {"at": "2026-03-02"}, {}])
def test_a_moment_that_is_none_takes_nothing_back(
    page: Client, harbour: Organisation, told: Tell, sent: dict[str, str]
) -> None:
    told()
    Notice.objects.update(read_at=MONDAY)
    page.post(f"/o/{harbour.slug}/inbox/unread/", sent)
    assert Notice.objects.get().read_at == MONDAY


def test_the_inbox_of_one_organisation_says_nothing_of_another(
    page: Client, harbour: Organisation, northern: Organisation, mira: Person, told: Tell
) -> None:
    add_person(northern, by=None, email=mira.email, name=mira.name, role=Role.GUEST)
    told("A secret of the north", organisation=northern)
    assert "A secret of the north" not in shown(page, harbour)
    assert "A secret of the north" in shown(page, northern)
    number = Notice.objects.get().pk
    assert page.get(f"/o/{harbour.slug}/inbox/open/", {"notice": number}).status_code == 404


def test_nobody_reads_or_marks_what_somebody_else_was_told(
    client: Client, harbour: Organisation, ada: Person, told: Tell
) -> None:
    told()
    client.force_login(ada, "allauth.account.auth_backends.AuthenticationBackend")
    number = Notice.objects.get().pk
    assert client.get(f"/o/{harbour.slug}/inbox/open/", {"notice": number}).status_code == 404
    assert client.post(f"/o/{harbour.slug}/inbox/read/", {"notice": number}).status_code == 404
    client.post(f"/o/{harbour.slug}/inbox/read/", {"through": number})
    assert Notice.objects.get().read_at is None


def test_it_is_filtered_by_kind_and_project(page: Client, harbour: Organisation, told: Tell, crossing: Project) -> None:
    told("Late", about=f"project:{crossing.pk}")
    told("Spoken of", kind="mention")
    assert "Spoken of" not in shown(page, harbour, f"inbox/?about=project:{crossing.pk}")
    assert "QUAY-1 Quay crossing" in shown(page, harbour)
    only = shown(page, harbour, "inbox/?kind=mention")
    assert "Spoken of" in only
    assert ">Late<" not in only


def test_a_muted_project_tells_nothing_but_mentions(
    page: Client, harbour: Organisation, told: Tell, crossing: Project
) -> None:
    about = f"project:{crossing.pk}"
    page.post(f"/o/{harbour.slug}/inbox/mute/", {"about": about})
    told("Late", about=about)
    told("Spoken of", about=about, kind="mention")
    assert [each.title for each in Notice.objects.all()] == ["Spoken of"]
    page.post(f"/o/{harbour.slug}/inbox/unmute/", {"about": about})
    told("Late again", about=about)
    assert Notice.objects.filter(title="Late again").exists()


@pytest.mark.parametrize("about", ["project:1", "project:99999999999999999999", "person:1", "nonsense", ""])
def test_only_what_the_organisation_has_can_be_muted(
    page: Client, harbour: Organisation, northern: Organisation, about: str
) -> None:
    elsewhere = create_project(
        northern, by=None, code="N-1", name="Sleeper", portfolio=create_portfolio(northern, by=None, name="North")
    )
    page.post(f"/o/{harbour.slug}/inbox/mute/", {"about": about.replace(":1", f":{elsewhere.pk}")})
    assert not Mute.objects.exists()


def test_the_head_of_the_page_counts_what_is_unread(page: Client, harbour: Organisation, told: Tell) -> None:
    assert "unread-count" not in shown(page, harbour)
    for number in range(3):
        told(key=str(number))
    assert '<span class="unread-count">3</span>' in shown(page, harbour)
    for number in range(100):
        told(key=f"more {number}")
    assert '<span class="unread-count">99+</span>' in shown(page, harbour)


def test_the_inbox_needs_as_many_queries_for_thirty_as_for_three(
    page: Client,
    harbour: Organisation,
    told: Tell,
    crossing: Project,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    for number in range(3):
        told(key=str(number), about=f"project:{crossing.pk}")
    shown(page, harbour)
    with django_assert_max_num_queries(30) as few:
        shown(page, harbour)
    for number in range(30):
        told(key=f"more {number}", about=f"project:{crossing.pk}", kind=f"kind {number % 5}")
    with django_assert_max_num_queries(len(few)):
        shown(page, harbour)


def test_what_is_chosen_is_kept_and_shown(page: Client, harbour: Organisation, reader: Membership) -> None:
    chosen = {"how": "weekly", "hour": "17", "weekday": "4", "kinds": ["mention"]}
    page.post(f"/o/{harbour.slug}/inbox/preferences/", chosen)
    kept = queries.preference_of(reader)
    assert (kept.how, kept.hour, kept.weekday) == ("weekly", 17, 4)
    assert "mention" not in kept.kinds_off
    assert "report_late" in kept.kinds_off


def test_an_hour_that_is_none_is_refused_at_its_field(page: Client, harbour: Organisation) -> None:
    answer = page.post(f"/o/{harbour.slug}/inbox/preferences/", {"how": "daily", "hour": "25", "weekday": "0"})
    assert answer.context["form"].errors.keys() == {"hour"}


def test_a_guest_has_an_inbox_as_well(client: Client, harbour: Organisation, enrol: Enrol, told: Tell) -> None:
    guest = enrol(harbour, Role.GUEST).person
    told(people=[guest])
    client.force_login(guest, "allauth.account.auth_backends.AuthenticationBackend")
    assert "Quay crossing is late" in shown(client, harbour)
