"""An iteration is the calculation of the plan with the durations that were drawn, whatever plan it is."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import REAL_DATA, Tell
from engine.forecast.agreement import agrees
from engine.schedule.nets import DAY, START, constraint, net
from engine.schedule.oracle import generated_plans
from engine.schedule.test_properties import EVERY_CALENDAR, NAMES, plans
from plumbline import conversion
from plumbline.engine.forecast import Discrete, RiskInputs, simulate
from plumbline.engine.readers import UnreadableSchedule
from plumbline.engine.schedule import ActivityKind, Constraint, ConstraintKind, Dialect, Schedule
from plumbline.engine.schedule.calculate import calculate

KINDS = [each for each in ConstraintKind if each is not ConstraintKind.AS_LATE_AS_POSSIBLE]


@st.composite
def plans_with_everything(draw: st.DrawFn) -> Schedule:
    """Constraints, milestones, progress and several calendars, in both dialects."""
    plan = draw(plans(calendars=draw(st.sampled_from([EVERY_CALENDAR, ("office",), ("nights", "office")]))))
    activities = []
    for activity in plan.activities:
        what = draw(st.integers(0, 9))
        if what == 0:
            date = START + timedelta(hours=draw(st.integers(0, 24 * 20)))
            activity = replace(activity, **constraint(draw(st.sampled_from(KINDS)), date))
        elif what == 1:
            kind = draw(st.sampled_from([ActivityKind.START_MILESTONE, ActivityKind.FINISH_MILESTONE]))
            activity = replace(activity, kind=kind, duration=0, remaining=0)
        elif what == 2:
            activity = replace(activity, actual_start=START, remaining=activity.duration // 2)
        elif what == 3:
            activity = replace(activity, actual_start=START, actual_finish=START + timedelta(hours=9), remaining=0)
        elif what == 4:
            activity = replace(activity, constraints=(Constraint(ConstraintKind.AS_LATE_AS_POSSIBLE),))
        activities.append(activity)
    return replace(plan, activities=tuple(activities), default_calendar=draw(st.sampled_from(EVERY_CALENDAR)))


@settings(max_examples=120, deadline=None)
@given(plans_with_everything())
def test_without_anything_uncertain_every_iteration_is_the_plan_itself(plan: Schedule):
    assert agrees(plan, simulate(plan, iterations=2)) == []


@settings(max_examples=120, deadline=None)
@given(plans_with_everything(), st.lists(st.integers(0, 90 * 60), min_size=12, max_size=12))
def test_an_iteration_is_the_plan_with_other_durations(plan: Schedule, minutes: list[int]):
    wanted = dict(zip(NAMES, minutes, strict=True))
    changed, estimates = [], {}
    for activity in plan.activities:
        other = wanted[str(activity.uid)] + 1
        if not (activity.is_milestone or activity.is_started):
            estimates[activity.uid] = Discrete((float(other),))
            activity = replace(activity, duration=other, remaining=other)
        changed.append(activity)
    longer = calculate(replace(plan, activities=tuple(changed)))
    found = simulate(plan, RiskInputs(estimates=estimates), iterations=3)
    assert found.finish.quantiles[50] == found.finish.curve[0] == longer.finish
    assert [each.p50 for each in found.milestones] == [
        longer.dates[each.uid or 0].early_finish for each in found.milestones
    ]


@pytest.mark.parametrize("dialect", list(Dialect))
def test_of_work_under_way_the_rest_is_drawn_in_proportion(dialect: Dialect):
    begun = {"A": {"actual_start": START, "remaining": 2 * DAY}}
    data_date = START + timedelta(days=6)
    plan = net({"A": 8, "B": 1}, "A-B FS", dialect=dialect, changes=begun, data_date=data_date)
    found = simulate(plan, RiskInputs(estimates={"A": Discrete((12.0 * DAY,))}), iterations=1)
    assert found.finish.p50 - found.finish.deterministic == timedelta(days=1)


def test_what_is_done_is_never_drawn():
    done = {"A": {"actual_start": START, "actual_finish": START + timedelta(days=3), "remaining": 0}}
    plan = net({"A": 3, "B": 1}, "A-B FS", changes=done, data_date=START + timedelta(days=3))
    found = simulate(plan, RiskInputs(estimates={"A": Discrete((90.0 * DAY,))}), iterations=1)
    assert found.settings.drawn_activities == 0
    assert found.finish.p50 == found.finish.deterministic == datetime(2026, 1, 5)


SCHEDULES = REAL_DATA / "schedules"
FOUND = (
    sorted([*(SCHEDULES / "xer").rglob("*.xer"), *(SCHEDULES / "mspdi").rglob("*.xml")]) if SCHEDULES.is_dir() else []
)
MADE = [each for each in generated_plans(SCHEDULES / "generated") if "0000" not in each.name] if FOUND else []
LARGEST = 250_000


@pytest.mark.real_data
def test_without_spread_real_plans_keep_the_dates_that_are_calculated(real_data: object, tell: Tell):
    compared, activities = 0, 0
    for path in [*FOUND, *MADE]:
        for plan in _plans(path.name, path.read_bytes()):
            found = simulate(plan, iterations=1)
            assert (path.name, agrees(plan, found)) == (path.name, [])
            compared, activities = compared + 1, activities + len(plan.activities)
    tell(f"{compared} real and generated plans, {activities} activities: simulated without spread, all dates equal")
    assert compared >= 35


def _plans(name: str, data: bytes) -> list[Schedule]:
    """Those that can be read and calculated, and are not too large for a test."""
    if name.endswith(".gz"):
        import gzip

        name, data = name.removesuffix(".gz"), gzip.decompress(data)
    if len(data) > LARGEST:
        return []
    try:
        found = [each for each in conversion.read_plan(data, name).schedules if each.activities]
        return [each for each in found if calculate(each).dates]
    except (UnreadableSchedule, ValueError):
        return []
