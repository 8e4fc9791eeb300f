"""How the people of the city learn from each other."""

from __future__ import annotations

from datetime import timedelta

import pytest

from demo.conftest import ANCHOR
from plumbline.office.mentoring.models import MentoringProgramme, Pair, PairNote
from plumbline.office.mentoring.queries import counts_of_check_ins, quiet

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]


def test_three_pairs_run_one_waits_and_one_did_not_come_about() -> None:
    pairs = {(each.mentor.name.split()[0], each.mentee.name.split()[0], each.state) for each in Pair.objects.all()}
    assert pairs == {
        ("Ilka", "Tomas", "running"),
        ("Petra", "Lior", "running"),
        ("Noor", "Jory", "running"),
        ("Noor", "Sunniva", "proposed"),
        ("Quill", "Maren", "gone"),
    }


def test_one_pair_has_not_met_for_long() -> None:
    programme = MentoringProgramme.objects.get()
    (found,) = quiet(programme.organisation, ANCHOR)
    assert found.since == ANCHOR - timedelta(days=54)
    assert counts_of_check_ins(programme) == {"Well": 3, "So-so": 1, "Not well": 1}


def test_what_was_noted_is_sealed() -> None:
    assert PairNote.objects.exists()
    assert not PairNote.objects.filter(kept__icontains="plan").exists()
