"""Monthly updates of large plans: what moved their finish adds up, and is told in single activities."""

from __future__ import annotations

from pathlib import Path

import pytest

from conftest import Tell
from engine.comparison.versions import compared, moved
from plumbline.engine.comparison import SuspicionKind
from plumbline.engine.readers import read

pytestmark = pytest.mark.real_data
UPDATES = [
    ("p6_300_baseline.xer", "p6_300_update_1.xer"),
    ("p6_300_update_1.xer", "p6_300_update_2.xer"),
    ("p6_1000_update_1.xer.gz", "p6_1000_update_2.xer.gz"),
    ("msp_50_update_1.xml", "msp_50_update_2.xml"),
    ("msp_1000_update_2.xml.gz", "msp_1000_update_3.xml.gz"),
]


@pytest.mark.parametrize(("earlier", "later"), UPDATES, ids=[f"{one} to {other}" for one, other in UPDATES])
def test_an_update_is_attributed_in_full(real_data: Path, tell: Tell, earlier: str, later: str) -> None:
    folder = real_data / "schedules" / "generated"
    before, after = (read((folder / name).read_bytes(), name).schedules[0] for name in (earlier, later))
    move = moved(before, after)
    assert sum(each.moved_by for each in move.moves) == move.moved_by
    named = sum(abs(part.moved_by) for each in move.moves for part in each.parts)
    left = sum(abs(each.rest) for each in move.moves)
    tell(f"{later}: {move.moved_by / move.minutes_per_day:+.2f} days; {named / (named + left):.0%} told by activity")
    assert named > left
    assert move.calculations <= 37
    found = {each.kind for each in compared(before, after).suspicions}
    assert SuspicionKind.DATA_DATE_BACK not in found
