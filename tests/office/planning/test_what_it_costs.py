"""How many questions to the database an edit and the whole grid ask, however large the plan is."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.test import Client
from django.urls import reverse

from office.planning.conftest import Sent
from plumbline.office.people.models import Person
from plumbline.office.planning.actions import edit
from plumbline.office.planning.models import PlanDraft

pytestmark = pytest.mark.django_db
Counted = Callable[..., object]
SIZES = ("Fence", "\n".join(f"Row {number}" for number in range(200)))


@pytest.fixture(params=SIZES, ids=["small", "large"])
def revision(request: pytest.FixtureRequest, draft: PlanDraft, send: Sent) -> int:
    """Of a draft of that size that is in memory."""
    edit(draft, [("add", {"names": request.param})], seen=0)
    send("rows")
    return 1


def test_the_grid(send: Sent, revision: int, django_assert_num_queries: Counted) -> None:
    with django_assert_num_queries(8):  # type: ignore[attr-defined]
        assert send("rows").status_code == 200


def test_an_edit(send: Sent, revision: int, django_assert_num_queries: Counted) -> None:
    with django_assert_num_queries(16):  # type: ignore[attr-defined]
        sent = {"edit": "set", "rows": "2", "field": "duration", "value": "9d", "key": "k"}
        assert send("do", **sent, revision=revision).status_code == 200


def test_undo(send: Sent, revision: int, django_assert_num_queries: Counted) -> None:
    with django_assert_num_queries(14):  # type: ignore[attr-defined]
        assert send("undo", revision=revision).status_code == 200


def test_the_page_without_script(
    draft: PlanDraft,
    revision: int,
    mira: Person,
    signed_in: Callable[[Person], Client],
    django_assert_num_queries: Counted,
) -> None:
    client = signed_in(mira)
    there = reverse("planning:editor", args=[draft.project.organisation.slug, draft.project_id])
    client.get(there)
    with django_assert_num_queries(12):  # type: ignore[attr-defined]
        assert client.get(there).status_code == 200
