"""In a browser, on a telephone: a rule that fails leads to its lesson, to an exam and to a certificate."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.engine.course import right_answer
from plumbline.office.academy import queries
from plumbline.office.academy.models import Certificate, Reading, Sitting
from plumbline.office.academy.queries import Asked
from plumbline.office.people.roles import Role
from plumbline.office.projects.models import Project
from plumbline.office.standards.queries import standard_of
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def answer_rightly(page: Page, asked: Asked, sitting: Sitting) -> None:
    right = right_answer(asked.question, standard_of(sitting.version))
    for option in asked.options:
        if asked.kind == "order":
            page.locator(f"[name=step_{option.place}]").fill(str(option.index + 1))
        elif option.index in right:  # type: ignore[operator]
            page.locator(f"[name=choice][value='{option.place}']").check()
    if asked.kind == "numeric":
        page.locator("[name=number]").fill(str(right))
    if asked.kind == "find":
        for each in right:  # type: ignore[union-attr]
            page.locator(f"[name=activity][value='{each}']").check()
    if asked.kind == "mend":
        for number, row in enumerate(asked.rows):
            for column, text in right.get(row.id, {}).items():  # type: ignore[union-attr]
                page.locator(f"[name=cell_{number}_{column}]").fill(text)
    page.get_by_role("button", name="Answer").click()


@pytest.mark.parametrize("java_script_enabled", [True, False])
def test_from_a_finding_to_a_certificate(office: Office, opened: Opened, java_script_enabled: bool) -> None:
    manager = office.people[Role.PROJECT_MANAGER]
    project = Project.objects.filter(organisation=office.organisation, manager=manager, standing__isnull=False).first()
    assert project is not None
    page = opened(person=manager, width=390, java_script_enabled=java_script_enabled)
    page.goto(f"/o/{office.organisation.slug}/projects/{project.pk}/findings/")
    finding = page.locator("details.finding").filter(has_text="Learn it").first
    if not finding.evaluate("each => each.open"):
        finding.locator("summary").first.click()
    finding.get_by_role("link", name="Learn it").click()
    expect(page.get_by_role("button", name="I have read it")).to_be_visible()
    lesson = page.url.rstrip("/").rpartition("/")[2]
    page.get_by_role("button", name="I have read it").click()
    assert Reading.objects.filter(person=manager, lesson=lesson, finished_at__isnull=False).exists()
    page.get_by_role("button", name="Sit the exam").click()
    sitting = Sitting.objects.get(person=manager)
    while (asked := queries.asked(sitting)) is not None:
        expect(page.get_by_text(f"Question {asked.number} of {asked.of}")).to_be_visible()
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), asked.key
        answer_rightly(page, asked, sitting)
    expect(page.get_by_role("heading", name="Passed")).to_be_visible()
    page.get_by_role("link", name="Your certificate").click()
    code = Certificate.objects.get(person=manager).code
    stranger = opened()
    stranger.goto(f"/certificates/{office.organisation.slug}/{code}/")
    expect(stranger.get_by_role("heading", name=manager.name)).to_be_visible()
    assert not complaints(page)
    assert not complaints(stranger)


def test_a_place_is_kept_by_reading_alone_and_all_works_by_keyboard(office: Office, opened: Opened) -> None:
    person = office.people[Role.TEAM_MEMBER]
    page = opened(person=person, width=390)
    page.goto(f"/o/{office.organisation.slug}/learning/courses/network_logic/lags/")
    seen = queries.lesson_seen(office.organisation, person, "network_logic", "lags")
    with page.expect_response("**/progress/"):
        page.locator(f"#p-{seen.pieces[3].piece.key}").scroll_into_view_if_needed()
    page.wait_for_load_state("networkidle")
    page.reload()
    page.get_by_role("link", name="Go on where you were").focus()
    page.keyboard.press("Enter")
    assert "#p-" in page.url
    page.get_by_role("button", name="Test yourself").focus()
    page.keyboard.press("Enter")
    expect(page.get_by_text("Question 1 of")).to_be_visible()
    assert not complaints(page)
