"""The steps of seeing how well the standard is followed."""

from __future__ import annotations

import pytest
from pytest_bdd import parsers, scenarios, then, when

from acceptance.conftest import TODAY
from acceptance.story import Story
from plumbline.office.conformance.models import PracticeSnapshot
from plumbline.office.foundation.clock import clock_at

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("conformance.feature")


@when(parsers.parse("{who} looks how well the standard is followed"))
def _(story: Story, who: str) -> None:
    with clock_at(TODAY):
        story.clients[who].post(f"/o/{story.organisation().slug}/conformance/look/")
        story.open(who, "conformance/")


@then(parsers.parse('the page says "{text}"'))
def _(story: Story, text: str) -> None:
    assert text in story.page.content.decode()


@then(parsers.parse('the page of the {scope} says "{text}"'))
def _(story: Story, scope: str, text: str) -> None:
    found = PracticeSnapshot.objects.get(scope=scope)
    assert text in story.open("Dagny", f"conformance/scopes/{found.pk}/").content.decode()
