"""People of the demo world looked at what no program can try: one yes, one no, and one that was a mistake."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from demo.conftest import ANCHOR
from plumbline.demo.looking import LOOKS
from plumbline.office.foundation.clock import clock_at
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import EvidenceWithdrawal, ManualEvidence
from plumbline.office.test_runs.queries import evidence_of

pytestmark = pytest.mark.usefixtures("world", "db")


def test_a_yes_is_green_a_no_is_red_and_a_mistake_is_nothing() -> None:
    found = {}
    with clock_at(datetime.combine(ANCHOR, time(12), UTC)):
        for look in LOOKS:
            stands = evidence_of(Project.objects.get(code=look.code))
            found |= {
                each.criterion.title: each.standing.value for each in stands if each.criterion.title == look.title
            }
    assert list(found.values()) == ["green", "red", "untested"]
    assert EvidenceWithdrawal.objects.get().evidence.criterion.project.code == "ST-03"


def test_sheets_of_measurements_are_kept_with_them() -> None:
    kept = ManualEvidence.objects.filter(file__isnull=False).order_by("filename")
    assert [(each.filename, each.media_type) for each in kept] == [
        ("crossings.csv", "text/plain"),
        ("rides-of-drivers.csv", "text/plain"),
    ]
