"""Changes that make a plan look better than it is are pointed out, and honest ones are not."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from engine.comparison.versions import compared
from engine.schedule.nets import DAY, OFFICE, constraint, day, net
from plumbline.engine.calendars import ALWAYS, WorkCalendar
from plumbline.engine.comparison import SuspicionKind
from plumbline.engine.schedule import Baseline, ConstraintKind, Schedule

NAMES = {"A": 5.0, "B": 4.0, "C": 3.0}
CHAIN = "A-B FS, B-C FS"
CLOCK = (replace(ALWAYS, minutes_per_day=DAY), OFFICE)


def plan(changes: dict[str, dict[str, Any]] | None = None, text: str = CHAIN, **fields: Any) -> Schedule:
    durations = fields.pop("durations", NAMES)
    return net(durations, text, changes=changes or {}, **{"calendars": CLOCK, **fields})


def suspected(before: Schedule, after: Schedule) -> list[tuple[SuspicionKind, str, str]]:
    return [(each.kind, each.id, each.reason) for each in compared(before, after).suspicions]


def test_a_data_date_that_goes_back():
    ((kind, _, reason),) = suspected(plan(data_date=day(9)), plan(data_date=day(4)))
    assert kind is SuspicionKind.DATA_DATE_BACK
    assert "from 10 Jan 2026 to 5 Jan 2026" in reason
    assert not suspected(plan(data_date=day(4)), plan(data_date=day(9)))


def test_an_actual_date_that_is_rewritten_or_removed():
    begun = {"actual_start": day(1), "remaining": DAY}
    before = plan({"A": begun, "B": begun, "C": begun})
    after = plan({"A": begun, "B": begun | {"actual_start": day(2)}, "C": {}})
    assert suspected(before, after) == [
        (
            SuspicionKind.ACTUAL_DATE_REWRITTEN,
            "B",
            "Its actual start of 2 Jan 2026 became 3 Jan 2026: what has happened does not change.",
        ),
        (
            SuspicionKind.ACTUAL_DATE_REWRITTEN,
            "C",
            "Its actual start of 2 Jan 2026 was removed: what has happened does not change.",
        ),
    ]
    assert not suspected(plan(), before), "a first actual date is progress"


def test_a_baseline_changed_here_and_there_but_not_a_new_one():
    def promised(**finishes: float) -> Schedule:
        return plan({uid: {"baseline": Baseline(finish=day(each))} for uid, each in finishes.items()})

    before = promised(A=5, B=9, C=12)
    assert suspected(before, promised(A=5, B=9, C=20)) == [
        (
            SuspicionKind.BASELINE_CHANGED,
            "C",
            "Its baseline finish changed, though the plan as a whole was not given a new baseline.",
        )
    ]
    assert not suspected(before, promised(A=5, B=15, C=20))
    assert not suspected(plan(), before), "a first baseline takes no promise back"


def test_started_or_late_activities_that_are_removed():
    late = constraint(ConstraintKind.FINISH_NO_LATER_THAN, 10)
    begun = {"actual_start": day(0), "remaining": DAY}
    without = {"durations": {"A": 5.0, "B": 4.0}, "text": "A-B FS"}
    assert suspected(plan({"C": begun}), plan(**without)) == [
        (SuspicionKind.STARTED_OR_LATE_REMOVED, "C", "It was removed after it had started on 1 Jan 2026.")
    ]
    assert suspected(plan({"C": late}), plan(**without)) == [
        (SuspicionKind.STARTED_OR_LATE_REMOVED, "C", "It was removed while it was 2 days late.")
    ]
    assert suspected(plan({"C": {"baseline": Baseline(finish=day(8))}}), plan(**without)) == [
        (
            SuspicionKind.STARTED_OR_LATE_REMOVED,
            "C",
            "It was removed while it was late: finish 13 Jan 2026, promised 9 Jan 2026.",
        )
    ]
    assert not suspected(plan(), plan(**without)), "work that nobody waits for may be dropped"


def test_the_duration_of_a_critical_activity_cut_without_progress():
    after = plan(durations={**NAMES, "B": 1.0})
    assert suspected(plan(), after) == [
        (
            SuspicionKind.DURATION_CUT,
            "B",
            "It decided the finish, and its duration was cut from 4 days to 1 day without any progress since.",
        )
    ]
    faster = {"B": {"actual_start": day(5), "percent_complete": 50.0, "remaining": DAY}}
    assert not suspected(plan(), plan(faster, durations={**NAMES, "B": 2.0}))
    aside = {"text": "A-C FS, B-C FS"}
    assert not suspected(plan(**aside), plan(durations={**NAMES, "B": 1.0}, **aside)), "it had float"


def test_a_lag_cut_or_a_lead_added_before_a_critical_activity():
    lagged = plan(text="A-B FS+2, B-C FS")
    assert suspected(lagged, plan()) == [
        (SuspicionKind.LAG_CUT, "B", "It decided the finish, and the link from A A was cut from FS+2d to FS.")
    ]
    (found,) = suspected(plan(), plan(text="A-B FS-1, B-C FS"))
    assert found[2].endswith("was cut from FS to FS-1d.")
    (found,) = suspected(plan(), plan(text=f"{CHAIN}, A-C FS-1"))
    assert found[2] == "It decided the finish, and the link from A A was added with a lead, FS-1d."
    assert not suspected(plan(), lagged), "a longer lag hides nothing"


def test_a_hard_constraint_that_is_added():
    after = plan({"C": constraint(ConstraintKind.MUST_FINISH_ON, 12)})
    ((kind, activity, reason),) = suspected(plan(), after)
    assert (kind, activity) == (SuspicionKind.CONSTRAINT_ADDED, "C")
    assert "'must finish on 13 Jan 2026'" in reason
    assert not suspected(plan(), plan({"C": constraint(ConstraintKind.START_NO_EARLIER_THAN, 12)}))


def test_lateness_that_goes_with_its_constraint():
    before = plan({"C": constraint(ConstraintKind.FINISH_NO_LATER_THAN, 10)})
    assert suspected(before, plan()) == [
        (
            SuspicionKind.LATENESS_REMOVED,
            "C",
            "It was 2 days late against 'finish no later than 11 Jan 2026'; "
            "the constraint changed, and the lateness is gone.",
        )
    ]
    kept = plan({"C": constraint(ConstraintKind.FINISH_NO_LATER_THAN, 12)})
    assert not suspected(kept, plan()), "it was not late"


def test_a_calendar_that_works_longer():
    longer = WorkCalendar(uid="office", name="Office", week=(*OFFICE.week[:5], OFFICE.week[0], ()))
    ((kind, _, reason),) = suspected(plan(), plan(calendars=(CLOCK[0], longer)))
    assert kind is SuspicionKind.CALENDAR_LONGER
    assert "208.81 working hours a month instead of 174.12" in reason
    assert not suspected(plan(calendars=(CLOCK[0], longer)), plan())
