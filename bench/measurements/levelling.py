"""Levelling of published problems, of several projects, and with maximal lags, as tables and beside one pass of a rule.

How good a schedule is does not depend on the machine, how fast it is found does. The tables are printed while the
measurement is prepared; each sample is drawn by a fixed seed. BENCH_LEVELLING_COUNT says how many of each kind.
"""

from __future__ import annotations

import csv
import os
import random
import sys
import time
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from statistics import mean

from bench.side_by_side import Measurement
from plumbline import conversion
from plumbline.cli.compiled import levelling_machine
from plumbline.cli.levelled import PROVABLE
from plumbline.engine.optimisation.levelling import (
    Effort,
    Levelled,
    Machine,
    Objective,
    Proof,
    Rule,
    level,
    level_by_rule,
)
from plumbline.engine.optimisation.levelling.lag_instances import read_lag_instance
from plumbline.engine.optimisation.levelling.lags import LagProblem, check_lags, solve_lags
from plumbline.engine.readers import psplib_sm
from plumbline.engine.readers.rcpsp_instance import MINUTES_PER_UNIT, Job, plan_of
from plumbline.engine.schedule import Schedule

DATA = Path(os.environ.get("PLUMBLINE_REAL_DATA") or Path(__file__).resolve().parents[3] / "shared" / "data")
COUNT = int(os.environ.get("BENCH_LEVELLING_COUNT") or 10)
SEED = 10
LIBRARIES = ("j30", "j60", "j90", "j120")
SECONDS = 10.0
SHARE_OF_THE_SEARCH = 0.4


@dataclass(frozen=True)
class Row:
    """One problem: what was reached, what is known, how long it took."""

    name: str
    reached: float
    known: str
    seconds: float
    proven: bool
    note: str = ""

    @property
    def gap(self) -> float:
        """Percent above the best known."""
        best = float(self.known.split("..")[-1])
        return 100 * (self.reached - best) / best


def measurements() -> Iterator[Measurement]:
    machine = levelling_machine()
    if DATA.is_dir():
        for library in LIBRARIES:
            _print(f"{library}, {SECONDS:.0f} s at most", [*_published(library, machine)])
        _print_lags()
        _print("several projects, in days, 10 s", [*_several(machine)])
    plans = forty_projects(seed=1, capacity=30)
    _print("40 projects x 60 activities, tardiness in days, 15 s", [*_portfolios(machine)])
    yield Measurement(
        "level 2,400 activities of 40 projects, 2 generations",
        "one serial pass by latest start",
        partial(level, plans, objective=Objective.TARDINESS, effort=Effort(generations=2), machine=machine),
        partial(level_by_rule, plans, Rule.LATEST_START, objective=Objective.TARDINESS, machine=machine),
        rounds=3,
    )


def _published(library: str, machine: Machine) -> Iterator[Row]:
    for name, data, known in _sample(f"rcpsp/{library}.sm"):
        plan = psplib_sm.read(data).schedules[0]
        result, seconds = _levelled([plan], SECONDS, machine)
        yield Row(name, result.makespan / MINUTES_PER_UNIT, known, seconds, result.proven, _checked(result))


def _levelled(
    plans: list[Schedule], seconds: float, machine: Machine, objective: Objective = Objective.MAKESPAN
) -> tuple[Levelled, float]:
    """As ``plumbline level`` does it: search, and then a proof where there are few activities."""
    begun = time.perf_counter()
    proves = sum(len(each.activities) for each in plans) <= PROVABLE
    search = seconds * (SHARE_OF_THE_SEARCH if proves else 1.0)
    proof = Proof(seconds=seconds - search, workers=os.cpu_count() or 1) if proves else None
    effort = Effort(enough=lambda: time.perf_counter() - begun >= search)
    result = level(plans, objective=objective, effort=effort, proof=proof, machine=machine)
    return result, time.perf_counter() - begun


def _several(machine: Machine) -> Iterator[Row]:
    folder = DATA / "multiproject" / "mpsplib_mpp"
    for known in csv.DictReader((folder / "KNOWN_TMS.csv").read_text().splitlines()):
        name = known["instance"]
        plans = list(conversion.read_plan((folder / name).read_bytes(), name).schedules)
        result, seconds = _levelled(plans, 10.0, machine)
        days = result.makespan / plans[0].options.minutes_per_day
        yield Row(name, days, known["tms_psgs_minslk_days"], seconds, result.proven, _checked(result))


def _portfolios(machine: Machine) -> Iterator[Row]:
    """Beside one serial pass by latest start."""
    for name, capacity in (("tight pools", 30), ("looser pools", 40)):
        plans = forty_projects(seed=1, capacity=capacity)
        one = level_by_rule(plans, Rule.LATEST_START, objective=Objective.TARDINESS, machine=machine)
        result, seconds = _levelled(plans, 15.0, machine, Objective.TARDINESS)
        known = f"{one.tardiness / MINUTES_PER_UNIT:g}"
        yield Row(name, result.tardiness / MINUTES_PER_UNIT, known, seconds, result.proven, _checked(result))


def forty_projects(seed: int, capacity: int, projects: int = 40, tasks: int = 60, pools: int = 8) -> list[Schedule]:
    """Projects of random networks that share pools; each is due when it would finish if there were plenty of all."""
    chance = random.Random(seed)
    return [
        plan_of(
            [_job(chance, number, tasks, pools) for number in range(1, tasks + 1)],
            [(f"Pool {each}", capacity) for each in range(pools)],
        )
        for _ in range(projects)
    ]


def _job(chance: random.Random, number: int, tasks: int, pools: int) -> Job:
    after = {min(tasks, number + chance.randint(1, 8)) for _ in range(chance.randint(1, 2))} - {number}
    requests = [0] * pools
    for pool in chance.sample(range(pools), chance.randint(1, 2)):
        requests[pool] = chance.randint(1, 3)
    return Job(chance.randint(1, 10), tuple(sorted(after)), tuple(requests))


def _print_lags() -> None:
    """Every instance of the sample: what is known, what was found, and whether the two agree."""
    print("\nmaximal lags, 10 s at most", file=sys.stderr)
    for size in ("j10", "j20", "j30"):
        wrong = proven = impossible = 0
        sample = [*_sample(f"rcpsp_max/sm_{size}")]
        for _, data, known in sample:
            problem: LagProblem = read_lag_instance(data)
            answer = solve_lags(problem, Proof(seconds=10.0, workers=os.cpu_count() or 1))
            is_infeasible = answer.verdict == "infeasible"
            wrong += is_infeasible != (known == "unsat") or bool(answer.starts and check_lags(problem, answer.starts))
            proven += answer.verdict == "optimal"
            impossible += is_infeasible
        print(
            f"  sm_{size}: {len(sample)} instances, {proven} optimal, {impossible} infeasible, {wrong} wrong",
            file=sys.stderr,
        )


def _sample(library: str) -> Iterator[tuple[str, bytes, str]]:
    rows = list(csv.DictReader((DATA / f"{library}.optimum.csv").read_text().splitlines()))
    chosen = random.Random(SEED).sample(rows, min(COUNT, len(rows)))
    with zipfile.ZipFile(DATA / f"{library}.zip") as packed:
        for each in chosen:
            yield each["problem"], packed.read(each["problem"]), each["optimum"]


def _checked(result: Levelled) -> str:
    return f"{len(result.broken)} BROKEN" if result.broken else "checked"


def _print(title: str, rows: list[Row]) -> None:
    print(f"\n{title}", file=sys.stderr)
    for each in rows:
        proven = "proven" if each.proven else ""
        print(
            f"  {each.name:<22} {each.reached:>8g} known {each.known:>10} {each.gap:>7.2f} % {each.seconds:>6.1f} s"
            f"  {proven:<7} {each.note}",
            file=sys.stderr,
        )
    gaps, seconds = [each.gap for each in rows], [each.seconds for each in rows]
    print(
        f"  mean gap {mean(gaps):.3f} %, above the best known {sum(each > 0 for each in gaps)} of {len(rows)}, "
        f"mean {mean(seconds):.2f} s",
        file=sys.stderr,
    )
