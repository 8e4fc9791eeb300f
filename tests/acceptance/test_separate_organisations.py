"""The steps of keeping organisations apart, and of keeping account."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.conftest import record
from acceptance.pages import words_of
from acceptance.plan_files import PLANS
from acceptance.story import Story
from acceptance.under_a_standard import TODAY
from plumbline.office.foundation.models import AuditLine
from plumbline.office.imports.models import Upload
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
