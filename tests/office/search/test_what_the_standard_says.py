"""Lessons, templates and guidance of the standard in force are found where one may read them."""

from __future__ import annotations

import pytest
from pytest_django import DjangoAssertNumQueries

from office.search.conftest import Find, place_of
from plumbline.office.people.roles import Role
from plumbline.office.search.actions import index_all
from plumbline.office.search.models import SearchDocument
from plumbline.office.search.queries import results
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.standards.queries import courses_in_force
from web.whole_office import Office

pytestmark = pytest.mark.django_db


def test_every_course_lesson_and_template_is_found_by_its_title(office: Office, find: Find) -> None:
    taught = courses_in_force(office.organisation)
    titles = {each.title for each in taught.courses.values()} | {each.title for each in taught.lessons()}
    assert len(titles) > 20
    assert {each for each in titles if each not in find(each, subject="lessons")} == set()
    assert find("template risk register", subject="templates")[0] == "Template: Risk register"


def test_a_lesson_is_found_by_what_it_says_without_its_links(office: Office, find: Find) -> None:
    assert "linden row" in SearchDocument.objects.get(part="lesson:registers/decisions_in_time").text.lower()
    assert "A decision has a day" not in find("decisions_overdue", subject="lessons")
    assert not SearchDocument.objects.filter(subject="lessons", text__contains="](").exists()


def test_what_is_called_so_comes_before_what_only_speaks_of_it(find: Find) -> None:
    assert "lead" in find("leads", subject="lessons")[0].lower()
    assert find("delivery review", subject="standards")[0] == "Delivery review"


def test_a_guest_finds_guidance_and_templates_but_no_lessons(find: Find) -> None:
    assert find("leads", Role.GUEST, subject="standards")
    assert find("template", Role.GUEST, subject="templates")
    assert not find("leads", Role.GUEST, subject="lessons")


def test_what_another_standard_does_not_teach_is_found_no_more(office: Office) -> None:
    publish_builtin(office.organisation, "agile", by=None)
    index_all()
    taught = {each.title for each in courses_in_force(office.organisation).lessons()}
    found = SearchDocument.objects.filter(organisation=office.organisation, subject="lessons", part__startswith="les")
    assert set(found.values_list("title", flat=True)) == taught


def test_all_of_it_takes_the_same_two_queries(
    office: Office, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    reader = place_of(office.people[Role.PROJECT_MANAGER])
    assert reader.organisation
    with django_assert_num_queries(2):
        assert results(reader, "leads").groups
