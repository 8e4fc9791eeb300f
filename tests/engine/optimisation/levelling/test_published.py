"""Problems of the literature, whose best answers are known; real data, a few by a fixed seed."""

from __future__ import annotations

import csv
import io
import random
import zipfile

import pytest

from conftest import REAL_DATA
from engine.optimisation.levelling.crews import levelled
from plumbline.engine.optimisation.levelling import PYTHON, Effort, Proof, Rule, fastest, level, level_by_rule
from plumbline.engine.optimisation.levelling.lag_instances import read_lag_instance
from plumbline.engine.optimisation.levelling.lags import Verdict, check_lags, solve_lags
from plumbline.engine.readers import patterson_rcp, psplib_sm
from plumbline.engine.readers.rcpsp_instance import MINUTES_PER_UNIT
from plumbline.engine.schedule import Schedule

pytestmark = pytest.mark.real_data


def sample(archive: str, best: str, count: int) -> list[tuple[bytes, str]]:
    """The bytes of some instances, with what is known of their optimum."""
    known = csv.DictReader(io.StringIO((REAL_DATA / best).read_text()))
    rows = random.Random(10).sample(list(known), count)
    with zipfile.ZipFile(REAL_DATA / archive) as packed:
        return [(packed.read(each["problem"]), each["optimum"]) for each in rows]


def test_small_problems_are_solved_to_the_optimum_and_proven() -> None:
    for data, optimum in sample("rcpsp/j30.sm.zip", "rcpsp/j30.sm.optimum.csv", 4):
        plan = psplib_sm.read(data).schedules[0]
        result = levelled(plan, effort=Effort(generations=1, population=20), proof=Proof(effort=30.0))
        assert not result.broken
        assert result.makespan >= int(optimum) * MINUTES_PER_UNIT
        assert not result.proven or result.makespan == int(optimum) * MINUTES_PER_UNIT


def test_instances_of_patterson_are_solved_to_the_optimum() -> None:
    for data, optimum in sample("rcpsp/patterson.rcp.zip", "rcpsp/patterson.rcp.optimum.csv", 4):
        plan = patterson_rcp.read(data).schedules[0]
        result = levelled(plan, effort=Effort(generations=1, population=20), proof=Proof(effort=30.0))
        assert (result.proven, result.makespan) == (True, int(optimum) * MINUTES_PER_UNIT)


def test_no_rule_is_better_than_the_best_known_and_what_it_gives_holds() -> None:
    for data, known in sample("rcpsp/j60.sm.zip", "rcpsp/j60.sm.optimum.csv", 3):
        plan = psplib_sm.read(data).schedules[0]
        least = int(known.split("..")[0] or 0) * MINUTES_PER_UNIT
        for rule in (Rule.LATEST_START, Rule.POSITIONAL_WEIGHT):
            result = level_by_rule([plan], rule, machine=PYTHON)
            assert not result.broken
            assert result.makespan >= least


@pytest.mark.parametrize("size", ["j10", "j20"])
def test_maximal_lags_are_called_impossible_where_they_are_and_nowhere_else(size: str) -> None:
    for data, optimum in sample(f"rcpsp_max/sm_{size}.zip", f"rcpsp_max/sm_{size}.optimum.csv", 12):
        problem = read_lag_instance(data)
        answer = solve_lags(problem, Proof(effort=3.0))
        assert not answer.starts or check_lags(problem, answer.starts) == []
        assert (answer.verdict is Verdict.INFEASIBLE) <= (optimum == "unsat")
        assert (optimum == "unsat") <= (answer.verdict in (Verdict.INFEASIBLE, Verdict.UNKNOWN))
        if answer.verdict is Verdict.OPTIMAL:
            assert int(optimum.split("..")[0]) <= answer.makespan <= int(optimum.split("..")[-1])  # type: ignore[operator]


def test_machine_code_gives_the_same_dates_as_plain_python(
    pytestconfig: pytest.Config, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was compiled is kept beside pytest's own cache, as to compile takes ten seconds."""
    numba = pytest.importorskip("numba")
    assert pytestconfig.cache is not None
    monkeypatch.setattr(numba.core.config, "CACHE_DIR", str(pytestconfig.cache.mkdir("levelling")))
    ((data, _),) = sample("rcpsp/j30.sm.zip", "rcpsp/j30.sm.optimum.csv", 1)
    plan: Schedule = psplib_sm.read(data).schedules[0]
    effort = Effort(seed=3, generations=2, population=10)
    fast, plain = (level([plan], effort=effort, machine=machine) for machine in (fastest(kept=True), PYTHON))
    assert (fast.machine, plain.machine) == ("numba", "Python")
    assert (fast.placed, fast.tried) == (plain.placed, plain.tried)
