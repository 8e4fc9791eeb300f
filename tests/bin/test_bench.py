"""The measurements are described, and measure a plan that is really read."""

from __future__ import annotations

import re
from pathlib import Path

from bench.plans import xer
from bench.side_by_side import Measurement, run
from plumbline.engine.readers import xer as reader


def test_every_measurement_is_described(repository: Path) -> None:
    described = set(re.findall(r"^\| `(\w+)` \|", (repository / "bench" / "README.md").read_text(), re.MULTILINE))
    assert described == {path.stem for path in (repository / "bench" / "measurements").glob("[a-z]*.py")}


def test_the_plan_of_formula_is_read_whole_and_without_a_problem() -> None:
    plan = reader.read(xer(50))
    (schedule,) = plan.schedules
    assert plan.problems == ()
    assert len([each for each in schedule.activities if not each.is_summary]) == 50
    assert len(schedule.links) > 50


def test_a_ratio_says_how_much_more_work_was_done() -> None:
    result = run(Measurement("ten", "one", lambda: _work(10), lambda: _work(1)), rounds=5)
    assert 3 < result.ratio < 30
    assert result.lowest <= result.ratio <= result.highest


def _work(times: int) -> int:
    return sum(sum(range(20_000)) for _ in range(times))
