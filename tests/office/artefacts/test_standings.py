"""Where artefacts stand, for whom, and at what cost."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from django.test import Client
from pytest_django.fixtures import DjangoAssertNumQueries

from office.artefacts.conftest import MARCH, approved
from office.conftest import Enrol
from plumbline.office.artefacts import actions
from plumbline.office.artefacts.models import ArtefactVersion
from plumbline.office.artefacts.queries import ArtefactStanding, artefact_standings, waiting_for
from plumbline.office.foundation.clock import clock_at
from plumbline.office.governance.actions import appoint
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.projects import actions as projects
from plumbline.office.projects.models import Project
from plumbline.office.standards.actions import publish_builtin

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
DAY = MARCH.date()


def standing(project: Project, name: str, day: date = DAY) -> ArtefactStanding:
    standard = standard_for(project)
    assert standard is not None
    return artefact_standings(project, standard, day)[name]


def test_every_artefact_of_the_standard_stands_somewhere(project: Project) -> None:
    standard = standard_for(project)
    assert standard is not None
    found = artefact_standings(project, standard, DAY)
    assert list(found) == list(standard.artefacts)
    assert {each.state for each in found.values()} == {"missing"}


def test_from_missing_to_approved(project: Project, mira: Person, osric: Person) -> None:
    actions.save_text(project, "charter", by=mira, text="We build.", after=0)
    assert standing(project, "charter").state == "draft"
    version = actions.keep_text(project, "charter", by=mira, text="We build.", after=1, what_changed="")
    assert standing(project, "charter").state == "draft"
    approval = actions.ask_for_approval(version, by=mira)
    assert standing(project, "charter").state == "in approval"
    actions.decide_approval(approval, by=osric, approve=True)
    found = standing(project, "charter")
    assert (found.state, found.is_current, found.approved, found.reviewed_on) == ("approved", True, version, DAY)
    assert found.review_due_on is None


def test_it_is_out_of_date_the_day_after_its_review_was_due(project: Project, mira: Person, osric: Person) -> None:
    version = actions.keep_text(project, "risk_register", by=mira, text="Rain.", after=0, what_changed="")
    approved(version, osric)
    due = standing(project, "risk_register").review_due_on
    assert due == DAY + timedelta(days=31)
    assert standing(project, "risk_register", due).state == "approved"
    late = standing(project, "risk_register", due + timedelta(days=1))
    assert late.state == "out of date"
    assert not late.is_current
    with clock_at(MARCH + timedelta(days=40)):
        actions.confirm_review(version.document, by=mira)
    assert standing(project, "risk_register", due + timedelta(days=20)).state == "approved"


def test_a_newer_version_that_waits_does_not_take_the_approval_away(
    project: Project, charter: ArtefactVersion, mira: Person, osric: Person
) -> None:
    approved(charter, osric)
    newer = actions.keep_text(project, "charter", by=mira, text="We build more.", after=1, what_changed="")
    actions.ask_for_approval(newer, by=mira)
    found = standing(project, "charter")
    assert (found.state, found.approved, found.latest) == ("approved", charter, newer)
    assert found.approval is not None


def test_a_document_that_a_new_standard_does_not_name_stays_to_be_read(
    project: Project, charter: ArtefactVersion, harbour: Organisation, mira: Person, signed_in: SignedIn
) -> None:
    project.standard_version = publish_builtin(harbour, "agile", by=None)
    project.save()
    client, place = signed_in(mira), f"/o/{harbour.slug}/projects/{project.pk}/artefacts"
    assert "charter" not in standard_for(project).artefacts  # type: ignore[union-attr]
    assert "Of an earlier standard" in client.get(f"{place}/").content.decode()
    assert "We build." in client.get(f"{place}/charter/").content.decode()
    assert client.get(f"{place}/charter/versions/1/download/").status_code == 200
    assert client.get(f"{place}/charter/edit/").status_code == 404


def test_the_list_costs_the_same_however_much_is_kept(
    project: Project,
    harbour: Organisation,
    mira: Person,
    signed_in: SignedIn,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    client, place = signed_in(mira), f"/o/{harbour.slug}/projects/{project.pk}/artefacts/"

    def ask_for(name: str) -> None:
        version = actions.keep_text(project, name, by=mira, text=name, after=0, what_changed="")
        actions.ask_for_approval(version, by=mira)

    first, *others = standard_for(project).artefacts  # type: ignore[union-attr]
    ask_for(first)
    client.get(place)
    with django_assert_max_num_queries(25) as with_one:
        client.get(place)
    for name in others:
        ask_for(name)
    with django_assert_max_num_queries(len(with_one.captured_queries)):
        client.get(place)


def test_what_waits_across_projects_costs_the_same_for_ten_as_for_one(
    project: Project,
    charter: ArtefactVersion,
    harbour: Organisation,
    mira: Person,
    osric: Person,
    django_assert_max_num_queries: DjangoAssertNumQueries,
) -> None:
    actions.ask_for_approval(charter, by=mira)
    sponsor = Membership.objects.select_related("organisation", "person").get(person=osric)
    with django_assert_max_num_queries(6) as one:
        assert len(waiting_for(sponsor)) == 1
    for number in range(10):
        other = projects.create_project(
            harbour, by=None, code=f"R{number}", name="Ramp", portfolio=project.portfolio, manager=mira, sponsor=osric
        )
        version = actions.keep_text(other, "charter", by=mira, text="We build.", after=0, what_changed="")
        actions.ask_for_approval(version, by=mira)
    with django_assert_max_num_queries(len(one.captured_queries)):
        assert len(waiting_for(sponsor)) == 11


def test_nothing_waits_for_an_author_or_for_whom_somebody_else_was_appointed(
    project: Project, charter: ArtefactVersion, mira: Person, osric: Person, ada: Person
) -> None:
    actions.ask_for_approval(charter, by=mira)
    appoint(project, by=None, role="sponsor", person=ada)
    appoint(project, by=None, role="sponsor", person=mira)
    waiting = {person: len(waiting_for(Membership.objects.get(person=person))) for person in (osric, mira, ada)}
    assert waiting == {osric: 0, mira: 0, ada: 1}


def test_the_list_as_a_file_has_a_line_for_each_artefact(
    project: Project, harbour: Organisation, mira: Person, signed_in: SignedIn
) -> None:
    lines = signed_in(mira).get(f"/o/{harbour.slug}/projects/{project.pk}/artefacts.csv").content.decode("utf-8-sig")
    assert len(lines.splitlines()) == 1 + len(standard_for(project).artefacts)  # type: ignore[union-attr]
    assert "Concept,Project charter,missing" in lines


def test_the_list_is_searched_by_word(
    project: Project, harbour: Organisation, mira: Person, signed_in: SignedIn
) -> None:
    client, place = signed_in(mira), f"/o/{harbour.slug}/projects/{project.pk}/artefacts/"
    found = client.get(f"{place}?q=mandate").content.decode()
    assert "Project charter" in found
    assert "Risk register" not in found
    assert "Nothing found" in client.get(f"{place}?q=zebra").content.decode()


def test_a_guest_finds_no_draft_in_the_list_nor_in_its_file(
    project: Project, charter: ArtefactVersion, harbour: Organisation, enrol: Enrol, signed_in: SignedIn
) -> None:
    client = signed_in(enrol(harbour, Role.GUEST, "Otto").person)
    place = f"/o/{harbour.slug}/projects/{project.pk}/artefacts"
    assert "Draft" not in client.get(f"{place}/").content.decode()
    assert "draft" not in client.get(f"{place}.csv").content.decode()
    assert "We build." not in client.get(f"{place}/charter/").content.decode()
    assert client.get(f"{place}/charter/versions/1/").status_code == 404
