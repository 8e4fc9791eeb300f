"""Published plans of several projects that share people, as Microsoft Project wrote them, are levelled."""

from __future__ import annotations

import csv

import pytest

from conftest import REAL_DATA
from plumbline.conversion import read_plan
from plumbline.engine.optimisation.levelling import PYTHON, Effort, level

FOLDER = REAL_DATA / "multiproject" / "mpsplib_mpp"
pytestmark = pytest.mark.real_data


@pytest.mark.parametrize("name", ["mp_j90_a2_nr1.mpp", "mp_j30_a2_nr1.mpp"])
def test_the_makespan_is_not_above_the_best_that_was_published(name: str) -> None:
    rows = csv.DictReader((FOLDER / "KNOWN_TMS.csv").read_text().splitlines())
    known = {each["instance"]: int(each["tms_psgs_minslk_days"]) for each in rows}
    (plan,) = read_plan((FOLDER / name).read_bytes(), name).schedules
    result = level([plan], effort=Effort(generations=3, population=16), machine=PYTHON)
    assert not result.broken
    assert result.makespan / plan.options.minutes_per_day <= known[name]
