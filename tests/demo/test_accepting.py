"""What the city has accepted, and what it is about to."""

from __future__ import annotations

import pytest

from plumbline.office.acceptance.queries.agreed import offered
from plumbline.office.acceptance.queries.protocols import protocol_page
from plumbline.office.acceptance.session_models import AcceptanceSession, Protocol
from plumbline.office.notifications.models import Notice

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def test_a_protocol_is_signed_by_both_sides_with_every_outcome_in_it() -> None:
    protocol = Protocol.objects.get()
    outcomes = [each["outcome"] for each in protocol.document["criteria"]]
    assert outcomes == ["accepted", "remarks", "rejected", "not_shown"]
    assert protocol_page(protocol, protocol.closed_by).is_signed


def test_a_session_is_open_today_and_waits_for_decisions() -> None:
    session = AcceptanceSession.objects.get(state="open")
    assert session.items.filter(decisions=None).count() == 2
    assert Notice.objects.filter(kind="acceptance_session", person__name="Osric Vale").exists()


def test_one_criterion_cannot_be_shown_because_nobody_has_agreed() -> None:
    refused = [each for each in offered(AcceptanceSession.objects.get(state="open")) if each.why_not]
    assert [each.why_not for each in refused] == ["Nobody has agreed on its present text yet."]
