"""The pages of packs: who sees what, and what they do."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from django.test import Client

from office.conftest import Enrol
from office.reporting.conftest import Pack
from office.reporting.portfolio_of_many import HOSTILE, MARCH, report
from plumbline.office.foundation.worker import run_waiting_tasks
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.reporting.actions import publish
from plumbline.office.reporting.document import Document
from plumbline.office.reporting.models import Branding, Schedule, Snapshot
from plumbline.office.reporting.render.formats import FORMATS

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
HOME = "/o/harbour-works/packs/"


@pytest.mark.django_db(transaction=True)
def test_a_pack_is_asked_for_and_made_in_the_background(
    projects: list[Project], ada: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    sent = client.post(f"{HOME}new/board_pack/", {"scope": "all", "since": "last"})
    assert "0 of 4" in client.get(sent["Location"]).content.decode()
    run_waiting_tasks()
    assert client.get(sent["Location"])["Location"] == f"{HOME}{Snapshot.objects.get().pk}/"


def test_a_draft_is_seen_by_those_only_who_make_packs(
    projects: list[Project], pack: Pack, ada: Person, enrol: Enrol, harbour: Organisation, signed_in: SignedIn
) -> None:
    sponsor = enrol(harbour, Role.EXECUTIVE).person
    snapshot = pack()
    assert signed_in(sponsor).get(f"{HOME}{snapshot.pk}/").status_code == 404
    assert "Board pack" not in signed_in(sponsor).get(HOME).content.decode()
    publish(snapshot, by=ada, readers=[sponsor])
    assert signed_in(sponsor).get(f"{HOME}{snapshot.pk}/").status_code == 200
    assert "Board pack" in signed_in(sponsor).get(HOME).content.decode()
    assert Notice.objects.get(person=sponsor).path == f"{HOME}{snapshot.pk}/"


def test_whoever_may_not_see_divergence_does_not_get_it_by_a_pack(
    projects: list[Project], pack: Pack, ada: Person, enrol: Enrol, harbour: Organisation, signed_in: SignedIn
) -> None:
    member = signed_in(enrol(harbour, Role.TEAM_MEMBER).person)
    board, portfolio = pack(), pack("portfolio_report")
    publish(board, by=ada)
    publish(portfolio, by=ada)
    assert member.get(f"{HOME}{board.pk}/").status_code == 403
    assert member.get(f"{HOME}{board.pk}/report.xlsx").status_code == 403
    assert member.get(f"{HOME}{portfolio.pk}/").status_code == 200
    assert "Board pack" not in member.get(HOME).content.decode()


def test_a_guest_sees_no_packs(enrol: Enrol, harbour: Organisation, signed_in: SignedIn) -> None:
    assert signed_in(enrol(harbour, Role.GUEST).person).get(HOME).status_code == 403


def test_to_another_organisation_a_pack_does_not_exist(
    projects: list[Project], pack: Pack, olav: Person, signed_in: SignedIn
) -> None:
    client, snapshot = signed_in(olav), pack()
    assert client.get(f"{HOME}{snapshot.pk}/").status_code == 404
    assert client.get(f"/o/northern-line/packs/{snapshot.pk}/").status_code == 404


def test_readers_who_may_not_see_it_cannot_be_chosen(
    projects: list[Project], pack: Pack, ada: Person, enrol: Enrol, harbour: Organisation, signed_in: SignedIn
) -> None:
    member, snapshot = enrol(harbour, Role.TEAM_MEMBER).person, pack()
    answer = signed_in(ada).post(f"{HOME}{snapshot.pk}/publish/", {"readers": [member.pk]})
    assert "not one of the available choices" in answer.content.decode()
    assert not Snapshot.objects.exclude(publication=None).exists()


def test_a_pack_can_be_published_to_nobody_in_particular(
    projects: list[Project], pack: Pack, ada: Person, signed_in: SignedIn
) -> None:
    snapshot = pack()
    assert signed_in(ada).post(f"{HOME}{snapshot.pk}/publish/").status_code == 302
    assert Snapshot.objects.exclude(publication=None).get() == snapshot


@pytest.mark.parametrize("ending", list(FORMATS))
def test_every_format_is_a_file(
    projects: list[Project], pack: Pack, ada: Person, signed_in: SignedIn, ending: str
) -> None:
    snapshot = pack()
    answer = signed_in(ada).get(f"{HOME}{snapshot.pk}/report.{ending}")
    if not FORMATS[ending].can_be_made():
        assert answer.status_code == 404
        return
    assert answer["Content-Disposition"] == f'attachment; filename="board_pack-2026-03-09.{ending}"'
    assert answer.content == FORMATS[ending].make(Document.of_data(snapshot.document)) or ending != "pdf"


def test_a_format_that_is_none_does_not_exist(
    projects: list[Project], pack: Pack, ada: Person, signed_in: SignedIn
) -> None:
    assert signed_in(ada).get(f"{HOME}{pack().pk}/report.exe").status_code == 404


def test_the_page_says_what_is_missing(
    projects: list[Project], pack: Pack, ada: Person, signed_in: SignedIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plumbline.office.reporting.render.formats.find_spec", lambda name: None)
    page = signed_in(ada).get(f"{HOME}{pack().pk}/").content.decode()
    assert "Slides cannot be made here" in page
    assert "report.pptx" not in page


def test_a_status_report_has_a_page_and_files(
    projects: list[Project], mira: Person, enrol: Enrol, harbour: Organisation, signed_in: SignedIn
) -> None:
    found = report(projects[0], mira, "amber", summary=HOSTILE)
    client = signed_in(enrol(harbour, Role.GUEST).person)
    page = client.get(f"{HOME}status/{found.pk}/").content.decode()
    assert "<script>alert" not in page
    for ending, each in FORMATS.items():
        assert f"report.{ending}" in page or not each.can_be_made()
        answer = client.get(f"{HOME}status/{found.pk}/?as={ending}")
        assert answer.status_code == (200 if each.can_be_made() else 404)
        assert client.get(f"{HOME}status/{found.pk}/report.{ending}").status_code == answer.status_code


def test_a_schedule_is_added_paused_resumed_and_removed(
    projects: list[Project], ada: Person, signed_in: SignedIn
) -> None:
    client = signed_in(ada)
    fields = {"report": "board_pack", "scope": "all", "every": "week", "weekday": "4", "recipients": [ada.pk]}
    assert client.post(f"{HOME}schedules/new/", fields).status_code == 302
    schedule = Schedule.objects.get()
    assert "every Friday" in client.get(HOME).content.decode()
    client.post(f"{HOME}schedules/{schedule.pk}/pause/")
    assert "Paused" in client.get(HOME).content.decode()
    client.post(f"{HOME}schedules/{schedule.pk}/resume/")
    assert Schedule.objects.get().due_at is not None
    assert "Remove the schedule?" in client.get(f"{HOME}schedules/{schedule.pk}/remove/").content.decode()
    client.post(f"{HOME}schedules/{schedule.pk}/remove/")
    assert "every Friday" not in client.get(HOME).content.decode()


def test_a_schedule_needs_somebody_who_may_read_it(
    projects: list[Project], ada: Person, enrol: Enrol, harbour: Organisation, signed_in: SignedIn
) -> None:
    member = enrol(harbour, Role.TEAM_MEMBER).person
    fields = {"report": "board_pack", "scope": "all", "every": "week", "weekday": "4", "recipients": [member.pk]}
    answer = signed_in(ada).post(f"{HOME}schedules/new/", fields)
    assert "Choose people whose role may see everything" in answer.content.decode()
    assert not Schedule.objects.exists()


@pytest.mark.parametrize(("colour", "said"), [("#ffff00", "Choose a darker one"), ("blue", "six digits")])
def test_a_colour_that_cannot_be_read_is_refused(ada: Person, signed_in: SignedIn, colour: str, said: str) -> None:
    answer = signed_in(ada).post(f"{HOME}colour/", {"accent": colour})
    assert said in answer.content.decode()
    assert not Branding.objects.filter(accent=colour).exists()


def test_packs_keep_the_colour_that_they_were_made_in(
    projects: list[Project], pack: Pack, ada: Person, signed_in: SignedIn
) -> None:
    before = pack()
    assert signed_in(ada).post(f"{HOME}colour/", {"accent": "#7A1F3D"}).status_code == 302
    assert pack().document["accent"] == "#7a1f3d"
    assert Snapshot.objects.get(pk=before.pk).document["accent"] == "#27409f"


def test_pages_ask_no_more_questions_with_more_packs_and_projects(
    projects: list[Project], pack: Pack, ada: Person, signed_in: SignedIn, django_assert_max_num_queries: Callable
) -> None:
    for days in range(12):
        pack(at=MARCH + timedelta(days=days))
    client, snapshot = signed_in(ada), Snapshot.objects.first()
    assert snapshot is not None
    client.get(HOME)
    with django_assert_max_num_queries(13):
        client.get(HOME)
    with django_assert_max_num_queries(8):
        client.get(f"{HOME}{snapshot.pk}/")
