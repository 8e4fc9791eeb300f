"""How the city's office leads its project managers."""

from __future__ import annotations

import pytest

from plumbline.office.leading.models import AgreedAction, HelpWanted, OneToOne

pytestmark = pytest.mark.usefixtures("world", "db")


def test_one_talk_is_to_come_and_from_the_last_something_is_left() -> None:
    (planned,) = OneToOne.objects.filter(held_at=None)
    assert planned.manager.name.startswith("Ilka")
    assert OneToOne.objects.filter(held_at__isnull=False).count() == 3
    assert AgreedAction.objects.filter(owner=planned.manager, done_at=None).exists()


def test_what_was_noted_for_oneself_is_sealed() -> None:
    for each in OneToOne.objects.exclude(leads_own=""):
        assert "Tired" not in each.leads_own


def test_one_call_for_help_waits_and_one_was_answered() -> None:
    assert list(HelpWanted.objects.order_by("asked_at").values_list("state", "urgent")) == [
        ("answered", False),
        ("open", True),
    ]
