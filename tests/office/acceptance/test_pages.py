"""The pages of the tab: four people, without JavaScript, and as few queries with many rows as with few."""

from __future__ import annotations

import io
import zipfile
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from engine.small_project import sound_schedule
from office.acceptance.conftest import Write, client_of
from office.conftest import Enrol
from plumbline.office.acceptance import actions, queries
from plumbline.office.acceptance.models import Agreement, Comment, Criterion, Deliverable
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.roles import Role
from plumbline.office.projects.actions import record_plan
from plumbline.office.projects.models import Project

GHERKIN = "Scenario: A ticket\n  Given ten crowns\n  When I press the button\n  Then a ticket comes out"


def at(project: Project, path: str = "") -> str:
    return f"/o/{project.organisation.slug}/projects/{project.pk}/acceptance/{path}"


def of(criterion: Criterion, path: str = "") -> str:
    return at(criterion.project, f"criteria/{criterion.pk}/{path}")


@pytest.fixture
def manager(mira: Membership) -> Client:
    return client_of(mira)


def test_an_empty_tab_says_what_to_do_next(project: Project, manager: Client, tess: Membership) -> None:
    assert "add the first deliverable below" in manager.get(at(project)).content.decode()
    only_reads = client_of(tess).get(at(project)).content.decode()
    assert "No deliverable yet" in only_reads
    assert "Add a deliverable" not in only_reads


def test_a_deliverable_is_added_by_hand_and_a_criterion_is_written(project: Project, manager: Client) -> None:
    manager.post(at(project), {"name": "Ticket machine"})
    deliverable = Deliverable.objects.get()
    page = manager.post(at(project, f"deliverables/{deliverable.pk}/"), {"text": "It is quick"}, follow=True)
    assert "REQ-1" in page.content.decode()

    sent = {"do": "save", "title": "It prints", "kind": "gherkin", "text": GHERKIN, "method": "test"}
    page = manager.post(at(project, f"deliverables/{deliverable.pk}/new/"), sent, follow=True)

    said = page.content.decode()
    assert "Not agreed yet" in said
    assert "0 of 3 voices" in said
    assert '<span class="gherkin-word">Given </span> ten crowns' in said


def test_checking_shows_how_it_is_read_and_keeps_nothing(ticket: Deliverable, manager: Client) -> None:
    path = at(ticket.project, f"deliverables/{ticket.pk}/new/")
    sent = {"do": "check", "title": "x", "kind": "gherkin", "method": "test"}

    wrong = manager.post(path, {**sent, "text": "Scenario: a\n  Given x\n  nonsense"}).content.decode()
    assert "Line 3, column 3" in wrong
    assert "nonsense</textarea>" in wrong
    right = manager.post(path, {**sent, "text": GHERKIN}).content.decode()
    assert "1 scenario, 1 case to run" in right
    part = manager.post(path, {**sent, "text": GHERKIN}, headers={"HX-Request": "true"}).content.decode()
    assert "1 scenario, 1 case to run" in part
    assert "<html" not in part

    assert not Criterion.objects.exists()


def test_a_text_that_cannot_be_read_is_not_kept_and_stays_in_the_form(ticket: Deliverable, manager: Client) -> None:
    sent = {"do": "save", "title": "x", "kind": "gherkin", "method": "test", "text": "Given x"}
    page = manager.post(at(ticket.project, f"deliverables/{ticket.pk}/new/"), sent).content.decode()
    assert "This step stands in no scenario" in page
    assert "Given x</textarea>" in page
    assert not Criterion.objects.exists()


def test_whose_agreement_is_lost_is_said_before_it_is(write: Write, manager: Client, sam: Membership) -> None:
    criterion = write(text=GHERKIN, kind="gherkin")
    client_of(sam).post(of(criterion, "agree/"), {"voice": "business", "text": "1"})

    page = manager.get(of(criterion, "edit/")).content.decode()
    assert "A new text is agreed on by nobody" in page
    assert "Sam (business)" in page

    sent = {"do": "save", "title": "It prints", "kind": "gherkin", "method": "test", "after": "1"}
    changed = GHERKIN.replace("ten", "nine")
    said = manager.post(of(criterion, "edit/"), {**sent, "text": changed}, follow=True).content.decode()
    assert "0 of 3 voices" in said
    assert "<del>ten</del>" in said.replace('<span class="unseen"> removed: </span>', "")
    assert "Sam agreed for business" in said

    late = manager.post(of(criterion, "edit/"), {**sent, "text": "Scenario: b\n  Given c"}).content.decode()
    assert "Somebody has changed it since you began" in late


def test_agreeing_on_a_text_that_changed_meanwhile_is_refused(write: Write, mira: Membership, sam: Membership) -> None:
    criterion = write()
    actions.change_text(criterion, by=mira.person, text="Within two seconds.")
    page = client_of(sam).post(of(criterion, "agree/"), {"voice": "business", "text": "1"}, follow=True)
    assert "The text has changed since you read it" in page.content.decode()
    assert not Agreement.objects.exists()


@pytest.mark.parametrize("deed", ["agree/", "take-back/", "comment/", "edit/", "withdraw/"])
def test_an_empty_form_changes_nothing(write: Write, manager: Client, deed: str) -> None:
    criterion = write()
    before = Criterion.objects.values().get()
    manager.post(of(criterion, deed), {})
    assert Criterion.objects.values().get() == before
    assert (Agreement.objects.count(), Comment.objects.count()) == (0, 0)


def test_who_may_not_edit_is_told_and_a_stranger_finds_nothing(
    write: Write, tess: Membership, harbour: Organisation, northern: Organisation, enrol: Enrol
) -> None:
    criterion = write(title="Secret tickets")
    reader, guest, stranger = (
        client_of(each) for each in (tess, enrol(harbour, Role.GUEST), enrol(northern, Role.PMO_MANAGER))
    )
    for path in ("edit/", "withdraw/"):
        assert reader.get(of(criterion, path)).status_code == 403
    assert reader.get(of(criterion)).status_code == 200
    assert guest.get(of(criterion)).status_code == 403
    assert guest.post(of(criterion, "agree/"), {"voice": "test", "text": "1"}).status_code == 403
    lost = stranger.get(of(criterion))
    assert lost.status_code == 404
    assert "Secret tickets" not in lost.content.decode()


def test_somebody_asked_finds_what_waits_for_them(write: Write, sam: Membership) -> None:
    write(title="It takes coins")
    page = client_of(sam).get(at(Criterion.objects.get().project)).content.decode()
    assert "Waiting for you" in page
    assert "AC-1 It takes coins" in page


def test_elements_of_the_plan_become_deliverables_once(project: Project, manager: Client) -> None:
    record_plan(project, by=None, schedule=with_summaries(), source_format="test")
    page = manager.get(at(project, "from-plan/")).content.decode()
    assert "Tracks (3 activities)" in page

    for _ in range(2):
        manager.post(at(project, "from-plan/"), {"keys": ["tracks"]})
    found = Deliverable.objects.get()
    assert (found.name, found.wbs_key) == ("Tracks", "tracks")
    project.refresh_from_db()
    assert set(queries.deliverable_by_activity(project).values()) == {found}
    actions.drop_deliverable(found, by=None, because="No tracks.")
    assert actions.take_from_plan(project, by=None, keys=["tracks"]) == []


def with_summaries() -> Any:
    """The sound plan with all but its first activities below one summary element."""
    from dataclasses import replace

    from plumbline.engine.schedule import Activity, ActivityKind

    plan = sound_schedule()
    below = [each for each in plan.activities if not each.is_milestone][:3]
    names = {each.uid for each in below}
    top = Activity(uid="tracks", id="T", name="Tracks", kind=ActivityKind.SUMMARY)
    rest = tuple(replace(each, parent="tracks") if each.uid in names else each for each in plan.activities)
    return replace(plan, activities=(top, *rest))


def test_criteria_go_out_as_features_and_come_back(
    write: Write, project: Project, ticket: Deliverable, manager: Client, sam: Membership
) -> None:
    one = write(text=GHERKIN, kind="gherkin")
    write("It is clean", text="- [ ] No dust", kind="checklist")
    actions.agree(one, by=sam.person, voice="business")
    packed = manager.get(at(project, "features.zip"))
    with zipfile.ZipFile(io.BytesIO(packed.content)) as folder:
        assert folder.namelist() == ["D-1/AC-1-it-prints.feature", "D-1/AC-2-it-is-clean.feature"]
        out = folder.read("D-1/AC-1-it-prints.feature").decode()
    assert out == f"@AC-1 @D-1\nFeature: It prints\n\n{GHERKIN}\n"
    assert manager.get(at(project, f"criteria/{one.pk}.feature")).content.decode() == out
    with zipfile.ZipFile(io.BytesIO(manager.get(at(project, "pytest-bdd.zip")).content)) as folder:
        assert "D-1/test_d_1.py" in folder.namelist()

    same = send(manager, project, out, do="take")
    assert "0 new, 0 changed" in same
    assert queries.present_text(one).number == 1

    changed = out.replace("ten", "nine") + "\nScenario: Another\n  Given a card\n"
    dry = send(manager, project, changed)
    assert "loses the agreement of Sam" in dry
    assert queries.present_text(one).number == 1
    assert "0 new, 1 changed" in send(manager, project, changed, do="take")
    assert queries.present_text(one).text == GHERKIN.replace("ten", "nine") + "\n\nScenario: Another\n  Given a card"
    one.refresh_from_db()
    assert (one.title, queries.standing_of(queries.present_text(one))) == ("It prints", {})


def send(client: Client, project: Project, text: str, **more: str) -> str:
    return client.post(at(project, "take-file/"), {"text": text, **more}, follow=True).content.decode()


def test_scenarios_without_a_tag_become_criteria_once(project: Project, ticket: Deliverable, manager: Client) -> None:
    text = (
        "Feature: F\n  Scenario: New\n    Given x\n  @D-1\n  Scenario: Tagged\n    Given y\n"
        "  @AC-99\n  Scenario: Lost\n    Given z"
    )
    dry = send(manager, project, text)
    assert "Choose the deliverable that new criteria are for" in dry
    assert "This project has no criterion AC-99" in dry
    for count in ("2 new", "0 new"):
        assert count in send(manager, project, text, do="take", deliverable=str(ticket.pk))
    assert list(Criterion.objects.values_list("title", "kind")) == [("New", "gherkin"), ("Tagged", "gherkin")]


def test_a_file_is_read_and_its_text_stays_for_the_second_button(project: Project, manager: Client) -> None:
    file = SimpleUploadedFile("x.feature", "\ufeffFeature: Ü\n@D-9\nScenario: S\n  Given x".encode())
    page = manager.post(at(project, "take-file/"), {"file": file, "do": "look"}).content.decode()
    assert "Scenario: S" in page
    assert "Take it over" in page
    latin = SimpleUploadedFile("x.feature", "Feature: Ü".encode("latin-1"))
    assert "Byte 9 of the file is no UTF-8" in manager.post(at(project, "take-file/"), {"file": latin}).content.decode()
    assert "Line 4, column 2" in send(manager, project, "Feature: F\nScenario: S\n  Given x\n oops")
    assert "There is no scenario in the file" in send(manager, project, "Feature: F")


def test_what_spreadsheets_get_names_who_agreed(
    write: Write, project: Project, manager: Client, sam: Membership
) -> None:
    actions.agree(write(text="=1+1 is two"), by=sam.person, voice="business")
    table = manager.get(f"{at(project)[:-1]}.csv").content.decode("utf-8-sig")
    assert "Sam 2026-03-02" in table
    assert "'=1+1 is two" in table
    assert manager.get(f"{at(project)[:-1]}.xlsx").status_code == 200


def test_as_many_queries_for_many_as_for_few(
    write: Write, ticket: Deliverable, manager: Client, django_assert_max_num_queries: Any
) -> None:
    paths = (at(ticket.project), at(ticket.project, f"deliverables/{ticket.pk}/"), f"{at(ticket.project)[:-1]}.csv")
    write("First", tell=False)
    counted = []
    for path in paths:
        manager.get(path)
        with django_assert_max_num_queries(40) as few:
            manager.get(path)
        counted.append(len(few))
    for number in range(60):
        write(f"Criterion {number}", tell=False)
    for path, count in zip(paths, counted, strict=True):
        with django_assert_max_num_queries(count):
            assert "Criterion 59" in manager.get(path).content.decode() or path == paths[0]
