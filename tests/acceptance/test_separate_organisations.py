"""The steps of keeping organisations apart, and of keeping account."""

from __future__ import annotations

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.conftest import record
from acceptance.pages import words_of
from acceptance.plan_files import PLANS
from acceptance.story import Story
from acceptance.under_a_standard import TODAY
from plumbline.office.clients.models import Agreement
from plumbline.office.foundation.models import AuditLine
from plumbline.office.imports.models import Upload
from plumbline.office.people.actions import add_person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import PlanVersion
from web.addresses import addresses

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("separate_organisations.feature")


@when(parsers.parse('a PMO manager of "{one}" opens every address of "{other}"'))
def _(story: Story, one: str, other: str) -> None:
    story.enrol("Olav", Role.PMO_MANAGER, one)
    slug = story.organisation(other).slug
    within = [each for each in addresses() if each.parameters == ("organisation",)]
    assert within
    story.page = {each.name: story.clients["Olav"].get(each.path(slug)).status_code for each in within}


@then("each of them does not exist")
def _(story: Story) -> None:
    assert set(story.page.values()) == {404}, story.page


@when(parsers.parse('a PMO manager of "{one}" opens a project of "{other}"'))
def _(story: Story, one: str, other: str) -> None:
    story.add_project("Quay crossing", organisation=other)
    story.enrol("Olav", Role.PMO_MANAGER, one)
    story.open("Olav", story.project_path(), other)


@then("the answer does not contain the project's name")
def _(story: Story) -> None:
    assert story.page.status_code == 404
    assert "Quay crossing" not in story.page.content.decode()


@given(parsers.parse('a guest of "{organisation}"'))
def _(story: Story, organisation: str) -> None:
    story.enrol("Gwen", Role.GUEST, organisation)
    story.add_project("Quay crossing", organisation=organisation)
    assert story.open("Gwen", story.project_path()).status_code == 200


@when("the guest tries to upload a plan")
def _(story: Story) -> None:
    address = f"/o/harbour-works/{story.project_path()}upload/"
    story.page = story.clients["Gwen"].post(address, {"plan": SimpleUploadedFile("bridge.xer", PLANS["bridge.xer"])})


@then("the guest is told that their role does not allow it")
def _(story: Story) -> None:
    assert story.page.status_code == 403
    assert "Your role in Harbour Works (Guest) does not allow this" in words_of(story.page)
    assert not Upload.objects.exists()


@when("Mira records a plan")
def _(story: Story) -> None:
    record(story, "bridge.xer")


@then("one audit line says who recorded which plan version when")
def _(story: Story) -> None:
    line = AuditLine.objects.get(verb="record_plan")
    version = PlanVersion.objects.get()
    assert (line.actor_name, line.object_label, line.object_id) == ("Mira", str(version), str(version.pk))
    assert (line.at, line.scope) == (TODAY, story.organisation().pk)


CLIENTS = "office/clients/"


@given(parsers.parse('"{one}" is PMO manager of "{there}" and "{other}" of "{elsewhere}"'))
def _(story: Story, one: str, there: str, other: str, elsewhere: str) -> None:
    story.enrol(one, Role.PMO_MANAGER, there)
    story.enrol(other, Role.PMO_MANAGER, elsewhere)


@given(parsers.parse('"{organisation}" has the project "{project}"'))
def _(story: Story, organisation: str, project: str) -> None:
    story.add_project(project, organisation=organisation)


@given(parsers.parse('Dagny is PMO manager of "{organisation}" as well'))
def _(story: Story, organisation: str) -> None:
    dagny = story.organisation().memberships.get(person__name="Dagny").person
    add_person(story.organisation(organisation), by=None, email=dagny.email, name="Dagny", role=Role.PMO_MANAGER)


@when(parsers.parse('Dagny offers to work for a client that shows "{grant}"'))
def _(story: Story, grant: str) -> None:
    given = {"side": "provider", "grants": [grant], "starts_on": today(story.organisation()).isoformat()}
    story.page = story.clients["Dagny"].post(f"/o/harbour-works/{CLIENTS}offer/", given)
    assert "Here is the code" in words_of(story.page)


@when(parsers.parse("{who} types in the code and accepts"))
def _(story: Story, who: str) -> None:
    code = re.search(r"<code>([\w-]+)</code>", story.page.content.decode())
    assert code
    sent = story.clients[who].post(f"/o/northern-line/{CLIENTS}code/", {"code": code[1]})
    story.page = story.clients[who].post(f"{sent['Location']}accept/", follow=True)


@when("Olav ends the agreement")
def _(story: Story) -> None:
    story.clients["Olav"].post(f"/o/northern-line/{CLIENTS}{Agreement.objects.get().pk}/end/", {"note": ""})


@then(parsers.parse('nothing of "{client}" is on the desk of "{organisation}"'))
def _(story: Story, client: str, organisation: str) -> None:
    page = story.page
    assert client not in words_of(story.open("Dagny", CLIENTS, organisation))
    story.page = page  # the code stands on it


@then(parsers.parse('the desk of "{organisation}" shows "{client}" with "{label}"'))
def _(story: Story, organisation: str, client: str, label: str) -> None:
    words = words_of(story.open("Dagny", CLIENTS, organisation))
    assert client in words
    assert label in words


@then(parsers.parse('it does not show "{name}"'))
def _(story: Story, name: str) -> None:
    assert name not in words_of(story.page)


@then(parsers.parse('the desk of "{organisation}" has no client'))
def _(story: Story, organisation: str) -> None:
    assert "No client yet" in words_of(story.open("Dagny", CLIENTS, organisation))
