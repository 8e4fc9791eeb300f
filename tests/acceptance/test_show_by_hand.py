"""The steps of showing by hand what no program can try."""

from __future__ import annotations

from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from plumbline.office.acceptance.actions import add_criterion, add_deliverable, change_text
from plumbline.office.acceptance.models import Criterion
from plumbline.office.foundation.clock import clock_at, now
from plumbline.office.governance.actions import appoint
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from plumbline.office.test_runs.models import ManualEvidence
from plumbline.office.test_runs.queries import evidence_of

scenarios("show_by_hand.feature")
pytestmark = pytest.mark.django_db
PHOTO = b"\x89PNG\r\n\x1a\nseam 4"
WEB_PAGE = b"<!doctype html><script>document.cookie</script>"


def path(story: Story, end: str) -> str:
    return f"{story.project_path('New lock')}acceptance/criteria/{Criterion.objects.get().pk}/evidence/{end}"


def say(story: Story, who: str, verdict: str, **file: Any) -> None:
    said = {
        "verdict": verdict,
        "subject": "Seam 4",
        "method": "inspection",
        "looked_on": f"{today(story.organisation()):%Y-%m-%d}",
        "text": "1",
    }
    story.page = story.clients[who].post(
        f"/o/{story.organisation().slug}/{path(story, 'give/')}", said | file, follow=True
    )


@given('Mira manages the project "New lock", whose criterion "The weld holds" is shown by inspection')
def _(story: Story) -> None:
    mira = story.enrol("Mira", Role.PROJECT_MANAGER)
    lock = add_deliverable(story.add_project("New lock", mira), by=mira, name="Lock")
    add_criterion(lock, by=mira, title="The weld holds", text="No crack.", method="inspection", tell=False)


@given('Tess tries out what "New lock" makes')
def _(story: Story) -> None:
    tess = story.enrol("Tess", Role.TEAM_MEMBER)
    appoint(story.projects["New lock"], by=None, role="quality_assurance", person=tess)


@given('Otto is of the organisation and has no part in "New lock"')
def _(story: Story) -> None:
    story.enrol("Otto", Role.TEAM_MEMBER)


@given(parsers.re(r'Tess said that "The weld holds" (?P<verdict>passed|failed)$'))
@when(parsers.re(r'Tess says that "The weld holds" (?P<verdict>passed|failed)$'))
def _(story: Story, verdict: str) -> None:
    say(story, "Tess", verdict)


@when('Otto says that "The weld holds" passed')
def _(story: Story) -> None:
    say(story, "Otto", "passed")


@when('Tess says that "The weld holds" passed, with a photo of seam 4')
def _(story: Story) -> None:
    say(story, "Tess", "passed", file=SimpleUploadedFile("seam 4.png", PHOTO))


@when('Tess says that "The weld holds" passed, with a web page called photo.png')
def _(story: Story) -> None:
    say(story, "Tess", "passed", file=SimpleUploadedFile("photo.png", WEB_PAGE, "image/png"))


@when('Mira changes the text of "The weld holds"')
def _() -> None:
    with clock_at(now() + timedelta(minutes=1)):
        change_text(Criterion.objects.get(), by=Person.objects.get(name="Mira"), text="No crack, no pore.")


@when(parsers.parse('Tess withdraws it because "{reason}"'))
def _(story: Story, reason: str) -> None:
    there = path(story, f"{ManualEvidence.objects.get().pk}/withdraw/")
    story.page = story.clients["Tess"].post(f"/o/{story.organisation().slug}/{there}", {"because": reason}, follow=True)


@then(parsers.parse('"The weld holds" is {standing}'))
def _(story: Story, standing: str) -> None:
    assert [each.standing.value for each in evidence_of(story.projects["New lock"])] == [standing]


@then('the trace matrix says "Inspection by Tess: passed" with a link to the photo')
def _(story: Story) -> None:
    page = " ".join(story.open("Tess", f"{story.project_path('New lock')}acceptance/trace/").content.decode().split())
    assert "Inspection</a> by Tess: passed" in page
    assert path(story, f"{ManualEvidence.objects.get().pk}/file/") in page


@then("the photo comes back as a file to keep, byte by byte")
def _(story: Story) -> None:
    page = story.open("Mira", path(story, f"{ManualEvidence.objects.get().pk}/file/"))
    assert page.content == PHOTO
    assert page["Content-Disposition"].startswith("attachment")
    assert page["X-Content-Type-Options"] == "nosniff"


@then(parsers.parse('Mira is told "{words}"'))
def _(words: str) -> None:
    assert Notice.objects.filter(person__name="Mira", title=words).exists()


@then(parsers.parse('Tess reads "{words}"'))
def _(story: Story, words: str) -> None:
    assert words in unescape(story.page.content.decode())


@then("he is told that his part in the project does not allow it")
def _(story: Story) -> None:
    assert story.page.status_code == 403
    assert "does not allow this" in unescape(story.page.content.decode())
