"""In a browser: somebody says on a telephone what they saw, with a photo, and takes it back; without JavaScript too."""

from __future__ import annotations

import pytest
from playwright.sync_api import Page, expect

from browser.complaints import complaints
from browser.conftest import Opened
from plumbline.office.acceptance.models import Criterion
from plumbline.office.people.roles import Role
from web.evidence_of_quay import PHOTO
from web.whole_office import Office

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


def fits(page: Page) -> None:
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert not complaints(page)


@pytest.mark.parametrize("script", [True, False], ids=["with script", "without script"])
def test_from_the_criterion_to_a_photo_and_back(office: Office, opened: Opened, script: bool) -> None:
    criterion = Criterion.objects.get(title="Dry feet at the quay")
    page = opened(person=office.people[Role.TEAM_MEMBER], java_script_enabled=script, width=390)
    page.goto(f"/o/{office.organisation.slug}/projects/{criterion.project_id}/acceptance/criteria/{criterion.pk}/")
    page.get_by_role("link", name="Evidence", exact=True).click()
    fits(page)
    page.get_by_role("link", name="Say what you saw").click()
    fits(page)
    page.get_by_label("Failed: it is not met").check()
    page.get_by_label("What was looked at").fill("The third step of the quay")
    page.get_by_label("File").set_input_files(
        {"name": "step.png", "mimeType": "image/png", "buffer": PHOTO + b" by night"}
    )
    page.get_by_role("button", name="Keep this evidence").click()
    expect(page.get_by_text("the criterion stands by this")).to_be_visible()
    expect(page.get_by_role("link", name="step.png")).to_be_visible()
    fits(page)
    page.get_by_role("link", name="Withdraw evidence 3").click()
    page.get_by_label("Why").fill("That was the second step.")
    page.get_by_role("button", name="Withdraw it").click()
    expect(page.get_by_text("That was the second step.")).to_be_visible()
    fits(page)
