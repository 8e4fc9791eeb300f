"""What the people of the city told their office."""

from __future__ import annotations

import pytest

from plumbline.office.notifications.models import Notice
from plumbline.office.registers.models import Entry
from plumbline.office.signals.models import Kind, Signal, SignalComment, SignalVote

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def test_there_are_signals_of_every_kind_with_a_name_and_without() -> None:
    assert set(Signal.objects.values_list("kind", flat=True)) == set(Kind.values)
    assert Signal.objects.filter(by=None).count() == 2
    assert SignalVote.objects.count() > 5


def test_two_are_closed_with_what_was_done_or_why_not() -> None:
    assert set(Signal.objects.filter(state="closed").values_list("we_did", flat=True)) == {True, False}


def test_an_anonymous_concern_has_been_left_waiting_and_went_up() -> None:
    silent = Signal.objects.get(by=None, state="new")
    assert silent.step == Signal.Step.SILENT
    assert silent.owner_id == silent.project.sponsor_id  # type: ignore[union-attr]
    assert Notice.objects.filter(key__startswith=f"signal:{silent.pk}:step:2").count() > 1


def test_an_anonymous_sender_wrote_back_and_one_signal_became_a_lesson_learned() -> None:
    (said,) = SignalComment.objects.filter(by=None)
    assert said.is_told
    assert Entry.objects.filter(kind="lesson", description__contains="From a signal").count() == 1
