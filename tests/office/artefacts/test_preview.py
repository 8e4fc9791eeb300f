"""A preview shows what was typed, whatever was saved before."""

from __future__ import annotations

import pytest
from django.test import Client

from plumbline.office.artefacts.models import ArtefactVersion, SavedText
from plumbline.office.people.models import Person

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("text", ["We **span**.", "x" * 200_000])
def test_a_text_saved_before_does_not_stand_in_the_way_of_a_preview(
    charter: ArtefactVersion, mira: Person, signed_in: object, text: str
) -> None:
    client: Client = signed_in(mira)  # type: ignore[operator]
    path = f"/o/harbour-works/projects/{charter.document.project_id}/artefacts/charter/edit/"
    answered = client.post(path, {"text": text, "after": "1", "do": "preview"})
    assert answered.status_code == 200
    assert ("<strong>span</strong>" in answered.content.decode()) == text.startswith("We")
    assert SavedText.objects.count() == 1
