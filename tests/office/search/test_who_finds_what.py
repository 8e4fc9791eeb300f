"""Nobody finds a title that their pages would not show them."""

from __future__ import annotations

from html import unescape

import pytest

from office.search.conftest import Find, place_of
from plumbline.office.intake.actions import begin_request
from plumbline.office.people.roles import PERMISSIONS, Role
from plumbline.office.policies.actions import Facts, begin_policy
from plumbline.office.projects.models import Project
from plumbline.office.registers.models import Entry
from plumbline.office.search.actions import index_all, pin, visit
from plumbline.office.search.models import SearchDocument
from plumbline.office.search.queries import pages_at_hand, results
from plumbline.office.status.models import StatusDraft
from web.whole_office import TELLTALES, Office

pytestmark = pytest.mark.django_db
OF_ALL = ("standards", "lessons", "templates")
"""Told from the standard, hundreds of them with one permission for each subject."""


def test_a_role_finds_what_it_has_the_permission_for_and_nothing_else(office: Office) -> None:
    for role, person in office.people.items():
        for document in SearchDocument.objects.filter(organisation=office.organisation).exclude(subject__in=OF_ALL):
            may = role in PERMISSIONS.get(document.permission, ()) or document.person_id == person.pk
            found = results(place_of(person), f"{document.reference} {document.title}", each=1000)
            hits = [hit.document for group in found.groups for hit in group.hits]
            assert (document in hits) == may, (role, document.title)


def test_whatever_is_found_can_be_opened(office: Office) -> None:
    for person in office.people.values():
        client, answer = office.client(person), results(place_of(person), "quay", each=1000)
        assert answer.groups
        for path in {hit.document.path for group in answer.groups for hit in group.hits}:
            assert client.get(path).status_code == 200, path


def test_somebody_of_another_organisation_finds_nothing(office: Office) -> None:
    client = office.client(office.stranger)
    own = office.stranger.memberships.get().organisation.slug
    for query in ("quay", "harbour", "qauy", "rules", "crossing"):
        for path in ("search/", "search/palette/"):
            answer = client.get(f"/o/{own}/{path}", {"q": query})
            # the page repeats what was typed, and says nothing of what is elsewhere
            text = unescape(answer.content.decode()).lower().replace(query, "")
            assert answer.status_code == 200
            assert not [each for each in TELLTALES if each in text], query
            assert client.get(f"/o/{office.organisation.slug}/{path}", {"q": query}).status_code == 404


def test_a_request_that_is_being_written_is_found_by_its_author_alone(office: Office, find: Find) -> None:
    author = office.people[Role.PROJECT_MANAGER]
    begin_request(office.organisation, by=author, title="A secret jetty")
    index_all()
    assert {role for role in Role if "A secret jetty" in find("jetty", role)} == {Role.PROJECT_MANAGER}


def test_a_policy_without_a_version_is_found_by_the_office_executives_and_its_owner(office: Office, find: Find) -> None:
    owner = office.people[Role.TEAM_MEMBER]
    begin_policy(
        office.organisation, Facts("Secret buoys", "policy", owner), by=office.people[Role.PMO_STAFF], text="Buoys."
    )
    index_all()
    expected = {Role.PMO_MANAGER, Role.PMO_STAFF, Role.EXECUTIVE, Role.TEAM_MEMBER}
    assert {role for role in Role if "Secret buoys" in find("buoys", role)} == expected


def test_a_draft_of_a_text_that_holds_is_found_by_nobody(office: Office, find: Find) -> None:
    """The second version, which is being written, forbids swimming; the first does not speak of it."""
    assert all("Rules of the quay" not in find("swims", role) for role in Role)


def test_a_version_of_a_document_that_is_not_approved_is_found_by_nobody(find: Find) -> None:
    assert all(not find("crack", role, subject="documents") for role in Role)


def test_a_status_report_that_is_being_written_is_found_by_nobody(office: Office, find: Find) -> None:
    project, author = Project.objects.get(code="QUAY-1"), office.people[Role.PROJECT_MANAGER]
    StatusDraft.objects.create(project=project, as_of="2026-03-01", summary="Barnacles", author=author)
    index_all()
    assert all(not find("barnacles", role) for role in Role)


def test_a_guest_finds_nobody_by_name(find: Find) -> None:
    assert find("newcomer", Role.TEAM_MEMBER, subject="people") == ["Newcomer of Quay"]
    assert find("newcomer", Role.GUEST, subject="people") == []


def test_a_word_that_only_a_hidden_title_has_is_not_given_away(office: Office) -> None:
    """It is near to what was typed, and would be said if anything had been found for it."""
    answer = results(place_of(office.people[Role.GUEST]), "newcomre", subject="people")
    assert (answer.total, answer.mended) == (0, "")


def test_a_page_at_hand_is_gone_when_its_role_is(office: Office) -> None:
    place = place_of(office.people[Role.TEAM_MEMBER])
    people, portfolio = f"/o/{office.organisation.slug}/people/", f"/o/{office.organisation.slug}/"
    pin(place, people, "People")
    visit(place, portfolio, "Portfolio")
    assert [each.title for each in pages_at_hand(place).pinned] == ["People"]
    place.role = Role.GUEST
    assert pages_at_hand(place).pinned == []
    assert [each.title for each in pages_at_hand(place).recent] == ["Portfolio"]


def test_lines_of_registers_are_not_for_guests(office: Office, find: Find) -> None:
    project = Project.objects.get(code="QUAY-1")
    silt = {"organisation": office.organisation, "project": project, "kind": "risk", "title": "Silted basin"}
    Entry.objects.create(number=99, **silt)
    index_all()
    assert find("silted", Role.GUEST) == []
