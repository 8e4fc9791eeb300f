"""The pages of stakeholders: who may do what, what they say, and how much they ask the database."""

from __future__ import annotations

from datetime import timedelta
from html import unescape
from io import BytesIO

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook

from office.conftest import Enrol
from office.stakeholders.conftest import NOW, Add, signed_in
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders.models import Contact, Stake, Stakeholder
from plumbline.office.standards.actions import publish_builtin

USUAL = {"power": 3, "interest": 3, "engagement": "neutral", "desired": "supportive"}
HOME = "/o/harbour-works"


def at(project: Project, place: str = "") -> str:
    return f"{HOME}/projects/{project.pk}/stakeholders/{place}"


def text(client: Client, path: str) -> str:
    answer = client.get(path)
    assert answer.status_code == 200, answer.status_code
    return unescape(answer.content.decode())


@pytest.fixture
def manager(mira: Membership) -> Client:
    return signed_in(mira)


def test_an_empty_register_says_how_to_begin(manager: Client, project: Project) -> None:
    assert "Begin with whoever pays" in text(manager, at(project))


def test_who_may_see_may_not_write(harbour: Organisation, project: Project, add: Add, enrol: Enrol) -> None:
    stake = add("Ada")
    for role in (Role.EXECUTIVE, Role.PROJECT_MANAGER):
        client = signed_in(enrol(harbour, role, f"Another {role}"))
        assert "Add to the register" not in text(client, at(project))
        assert client.post(at(project), USUAL | {"name": "Bo"}).status_code == 403
        assert client.post(at(project, f"{stake.pk}/"), {"note": "Met.", "channel": "call"}).status_code == 403
    assert not Contact.objects.exists()


@pytest.mark.parametrize("role", [Role.TEAM_MEMBER, Role.GUEST])
def test_notes_about_people_are_not_for_everybody(
    harbour: Organisation, project: Project, enrol: Enrol, role: Role
) -> None:
    client = signed_in(enrol(harbour, role))
    for path in (at(project), at(project, "communication/"), f"{HOME}/stakeholders/", f"{HOME}/stakeholders.csv"):
        assert client.get(path).status_code == 403
    assert "Stakeholders</a>" not in text(client, f"{HOME}/projects/{project.pk}/")


def test_to_a_stranger_nothing_exists(northern: Organisation, add: Add, project: Project, enrol: Enrol) -> None:
    stake = add("Ada")
    client = signed_in(enrol(northern, Role.PMO_MANAGER))
    own = "/o/northern-line"
    for path in (at(project), f"{own}/projects/{project.pk}/stakeholders/{stake.pk}/"):
        assert client.get(path).status_code == 404
    assert client.get(f"{own}/stakeholders/{stake.stakeholder_id}/").status_code == 404
    assert "Ada" not in text(client, f"{own}/stakeholders/")


def test_a_stake_of_another_project_is_not_found(manager: Client, other: Project, add: Add) -> None:
    assert manager.get(at(other, f"{add('Ada').pk}/")).status_code == 404


def test_an_owner_logs_a_contact_without_editing_the_project(
    harbour: Organisation, project: Project, add: Add, enrol: Enrol
) -> None:
    owner = enrol(harbour, Role.EXECUTIVE, "Osric")
    stake = add("Ada", owner=owner.person)
    client = signed_in(owner)
    answer = client.post(at(project, f"{stake.pk}/"), {"note": "Met.", "channel": "call"}, follow=True)
    assert "The contact is logged." in answer.content.decode()
    assert client.get(at(project, f"{stake.pk}/edit/")).status_code == 403


def test_a_wrong_field_is_told_at_the_field_and_nothing_is_lost(manager: Client, project: Project) -> None:
    answer = manager.post(at(project), USUAL | {"name": "Ada", "power": 9, "role": "Mayor"})
    assert answer.context["form"].errors.keys() == {"power"}
    assert 'value="Mayor"' in answer.content.decode()
    assert not Stake.objects.exists()


def test_somebody_else_of_a_like_name_is_entered_once_they_say_so(manager: Client, project: Project, add: Add) -> None:
    add("Alderman Voss")
    asked = manager.post(at(project), USUAL | {"name": "Rosa Voss"})
    assert "Is it one of these?" in asked.content.decode()
    manager.post(at(project), USUAL | {"name": "Rosa Voss", "meant": "new"})
    assert Stakeholder.objects.count() == 2


def test_whoever_has_the_same_address_is_perhaps_the_same(manager: Client, project: Project, add: Add) -> None:
    add("Alderman Voss", email="mayor@city.example")
    asked = manager.post(at(project), USUAL | {"name": "Bo", "email": "Mayor@city.example"})
    assert "Is it one of these?" in asked.content.decode()
    broken = manager.post(at(project), USUAL | {"name": "Bo", "email": "a b@city.example"})
    assert broken.context["form"].errors.keys() == {"email"}


def test_filters_narrow_the_register_and_its_file(manager: Client, project: Project, add: Add) -> None:
    add("Ada", power=5, interest=5, owner=project.manager)
    add("Bo", engagement="resistant")
    for query, seen in (("q=ada", "Ada"), ("quadrant=manage+closely", "Ada"), ("engagement=resistant", "Bo")):
        rows = manager.get(f"{at(project)}?{query}").context["page"].shown
        assert [each.stake.stakeholder.name for each in rows] == [seen], query
    assert "Nobody found" in text(manager, f"{at(project)}?show=overdue")
    lines = manager.get(f"{at(project).rstrip('/')}.csv?show=unowned").content.decode()
    assert "Bo" in lines
    assert "Ada" not in lines


def test_the_register_draws_the_grid_and_the_matrix(manager: Client, project: Project, add: Add) -> None:
    add("Ada", power=5, interest=5, engagement="resistant")
    page = text(manager, at(project))
    assert "<title>S-1 Ada: power 5, interest 5, resistant</title>" in page
    assert "stands here" in page
    assert "needed here" in page


def test_what_needs_attention_is_said_with_names(
    harbour: Organisation, manager: Client, project: Project, add: Add
) -> None:
    publish_builtin(harbour, "predictive", by=None)
    add("Ada", power=5, engagement="resistant", legitimate=True, urgent=True)
    page = text(manager, at(project))
    assert "Powerful without an owner." in page
    assert "S-1 Ada</a>: resistant, supportive is needed; definitive" in page


def test_who_has_waited_longest_stands_first(manager: Client, project: Project, add: Add) -> None:
    add("Ada", contact_every=20)
    add("Bo", contact_every=10)
    with clock_at(NOW + timedelta(days=40)):
        overdue = manager.get(at(project)).context["page"].overdue
    assert [each.stake.stakeholder.name for each in overdue] == ["Bo", "Ada"]


def test_the_file_opens_in_a_spreadsheet_and_holds_no_formula(manager: Client, project: Project, add: Add) -> None:
    add("=HYPERLINK(1)", power=5)
    answer = manager.get(f"{at(project).rstrip('/')}.xlsx")
    sheet = load_workbook(BytesIO(answer.content)).active
    assert sheet is not None
    assert sheet["B2"].data_type == "s"
    assert sheet["E2"].value == 5


def test_the_people_of_all_projects_say_in_which_they_are(
    manager: Client, project: Project, other: Project, add: Add
) -> None:
    add("Ada", engagement="resistant")
    add("Ada", at=other, engagement="leading")
    page = text(manager, f"{HOME}/stakeholders/")
    assert "Q-1 resistant" in page
    assert "Q-2 leading" in page
    assert "Nobody has “Zoe”" in text(manager, f"{HOME}/stakeholders/?q=Zoe")


def test_only_the_office_merges(harbour: Organisation, manager: Client, add: Add, enrol: Enrol) -> None:
    good, double = add("Alderman Voss").stakeholder, add("Voss").stakeholder
    path = f"{HOME}/stakeholders/{double.pk}/merge/"
    assert manager.post(path, {"into": good.pk}).status_code == 403
    staff = signed_in(enrol(harbour, Role.PMO_STAFF))
    assert "They are the same" in text(staff, path)
    staff.post(path, {"into": good.pk})
    assert staff.get(f"{HOME}/stakeholders/{double.pk}/").status_code == 404


def test_removing_asks_first(manager: Client, project: Project, add: Add) -> None:
    path = at(project, f"{add('Ada').pk}/remove/")
    assert "Remove Ada from the register?" in text(manager, path)
    assert "This field is required" in manager.post(path, {"because": ""}).content.decode()
    manager.post(path, {"because": "Gone."})
    assert "Begin with whoever pays" in text(manager, at(project))


def test_pages_ask_the_database_as_often_with_thirty_as_with_three(
    harbour: Organisation, manager: Client, project: Project, add: Add
) -> None:
    publish_builtin(harbour, "predictive", by=None)
    stake = add("Ada", owner=project.manager, contact_every=3)
    paths = [at(project), at(project, f"{stake.pk}/"), f"{HOME}/stakeholders/", f"{HOME}/stakeholders.csv"]
    for number in range(2):
        add(f"Somebody {number}", owner=project.manager)
    few = [_queries(manager, path) for path in paths]
    for number in range(27):
        add(f"Another {number}", owner=project.manager)
    assert [_queries(manager, path) for path in paths] == few


def _queries(client: Client, path: str) -> int:
    client.get(path)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(path).status_code == 200
    return len(asked)
