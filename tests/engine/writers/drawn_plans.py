"""Plans of every shape, drawn at random: outlines, links, calendars, progress, and names that try to do harm."""

from __future__ import annotations

from datetime import date, datetime, timedelta

from hypothesis import strategies as st

from plumbline.engine.calendars import CalendarException, Window, WorkCalendar
from plumbline.engine.readers.table.standard_calendars import CALENDARS, STANDARD
from plumbline.engine.schedule import (
    Activity,
    ActivityKind,
    Assignment,
    Baseline,
    Constraint,
    ConstraintKind,
    CriticalBy,
    Dialect,
    FloatKind,
    LagCalendar,
    Link,
    LinkKind,
    ProgressRule,
    Resource,
    Schedule,
    ScheduleOptions,
    StoredDates,
    Uid,
)

INSTANTS = st.datetimes(datetime(1990, 1, 1), datetime(2150, 1, 1)).map(
    lambda each: each.replace(second=0, microsecond=0)
)
MAYBE = st.none() | INSTANTS
MINUTES = st.sampled_from([0, 1, 37, 60, 90, 480, 960, 2400]) | st.integers(0, 500_000)
CENTS = st.integers(-10_000_000, 10_000_000).map(lambda each: each / 100)
HARMFUL = ["=1+1", "+44 20", "-5", "@sum(A1)", "'=x", "''-y", "a;b", "A,B", "<b>&amp;</b>", "0", "1,5", "x_y"]
WORDS = st.sampled_from(["Dig", "Süd", "日本", *HARMFUL]) | st.text(
    st.characters(exclude_categories=["C", "Z"], exclude_characters="_"), min_size=1, max_size=12
)


@st.composite
def calendars(draw: st.DrawFn) -> tuple[WorkCalendar, ...]:
    count = draw(st.integers(1, 3))
    return tuple(draw(_calendar(number)) for number in range(1, count + 1))


@st.composite
def _calendar(draw: st.DrawFn, uid: int) -> WorkCalendar:
    week = (((480, 720), (780, 1020)), *(draw(_windows()) for _ in range(6)))
    exceptions = draw(st.lists(_exception(), max_size=3))
    hours = draw(st.sampled_from([480, 600, 1440]))
    return WorkCalendar(
        uid=uid, name=f"Calendar <{uid}>", week=week, exceptions=tuple(exceptions), minutes_per_day=hours
    )


@st.composite
def _exception(draw: st.DrawFn) -> CalendarException:
    first = draw(st.dates(date(2020, 1, 1), date(2040, 1, 1)))
    return CalendarException(first, first + timedelta(days=draw(st.integers(0, 40))), draw(_windows()))


@st.composite
def _windows(draw: st.DrawFn) -> tuple[Window, ...]:
    """Up to five, none touching another, none ending a minute before midnight, which stands for midnight in files."""
    marks = sorted(draw(st.sets(st.integers(0, 144), min_size=0, max_size=10)))
    marks = marks[: len(marks) // 2 * 2]
    return tuple((a * 10, b * 10) for a, b in zip(marks[::2], marks[1::2], strict=True))


@st.composite
def activities(draw: st.DrawFn, uids: list[Uid], calendar_uids: list[Uid]) -> tuple[Activity, ...]:
    """In outline order: each is under the last summary of a chain that only grows or is cut at its end."""
    found: list[Activity] = []
    above: list[Uid] = []
    for number, uid in enumerate(uids):
        above = above[: draw(st.integers(0, len(above)))]
        each = draw(_activity(uid, f"{draw(WORDS)}{number}", above[-1] if above else None, calendar_uids))
        found.append(each)
        if each.is_summary:
            above = [*above, uid]
    return tuple(found)


@st.composite
def _activity(draw: st.DrawFn, uid: Uid, id: str, parent: Uid | None, calendar_uids: list[Uid]) -> Activity:
    started = draw(MAYBE)
    finished = draw(st.none() | st.just(started + timedelta(days=draw(st.integers(0, 90))))) if started else None
    return Activity(
        uid=uid,
        id=id,
        name=draw(WORDS),
        kind=draw(st.sampled_from(ActivityKind)),
        parent=parent,
        calendar=draw(st.none() | st.sampled_from(calendar_uids)),
        duration=draw(MINUTES),
        remaining=0 if finished else draw(MINUTES),
        elapsed=draw(st.booleans()),
        percent_complete=100.0 if finished else draw(st.sampled_from([0.0, 0.5, 12.0, 33.3, 99.0, 100.0])),
        actual_start=started,
        actual_finish=finished,
        planned_start=draw(MAYBE),
        planned_finish=draw(MAYBE),
        suspended=draw(MAYBE),
        expected_finish=draw(MAYBE),
        external_early_start=draw(MAYBE),
        deadline=draw(MAYBE),
        constraints=tuple(draw(st.lists(_constraint(), max_size=2))),
        baseline=draw(st.none() | _baseline()),
        stored=draw(st.none() | st.builds(StoredDates, MAYBE, MAYBE, MAYBE, MAYBE, st.none() | MINUTES, MINUTES)),
        budget=draw(st.none() | CENTS),
        responsible=draw(st.just("") | WORDS),
        manual=draw(st.booleans()),
        active=draw(st.booleans()),
        external=draw(st.booleans()),
    )


@st.composite
def _constraint(draw: st.DrawFn) -> Constraint:
    kind = draw(st.sampled_from(ConstraintKind))
    return Constraint(kind, draw(INSTANTS))


@st.composite
def _baseline(draw: st.DrawFn) -> Baseline:
    start, days = draw(MAYBE), draw(st.integers(0, 60))
    finish = start + timedelta(days=days) if start else draw(MAYBE)
    return Baseline(start, finish, draw(MINUTES), draw(st.none() | CENTS))


@st.composite
def links(draw: st.DrawFn, uids: list[Uid]) -> tuple[Link, ...]:
    pair = st.tuples(st.sampled_from(uids), st.sampled_from(uids))
    lag = st.sampled_from([0, 480, -480]) | st.integers(-20_000, 20_000)
    return tuple(
        Link(a, b, draw(st.sampled_from(LinkKind)), draw(lag), draw(st.booleans()))
        for a, b in draw(st.lists(pair, max_size=2 * len(uids)))
    )


@st.composite
def plans(draw: st.DrawFn, *, as_a_table: bool = False) -> Schedule:
    """With ``as_a_table`` the calendars are those a table knows."""
    count = draw(st.integers(1, 8))
    numbers = st.integers(1, 10**6) | st.sampled_from(["wbs-1", "wbs-2", "x", "0", "A1000"])
    uids: list[Uid] = draw(st.lists(numbers, min_size=count, max_size=count, unique=True))
    known = CALENDARS if as_a_table else draw(calendars())
    default = STANDARD if as_a_table else draw(st.sampled_from(known))
    resources = draw(_resources([each.uid for each in known]))
    return Schedule(
        name=draw(WORDS),
        dialect=draw(st.sampled_from(Dialect)),
        start=draw(INSTANTS),
        calendars=known,
        default_calendar=default.uid,
        activities=draw(activities(uids, [each.uid for each in known])),
        links=draw(links(uids)),
        uid=draw(st.none() | st.integers(1, 99)),
        id=draw(st.just("") | WORDS),
        data_date=draw(MAYBE),
        must_finish_by=draw(MAYBE),
        resources=resources,
        assignments=draw(_assignments(uids, [each.uid for each in resources])),
        options=draw(_options()),
        currency=draw(st.sampled_from(["", "EUR", "€"])),
    )


@st.composite
def _resources(draw: st.DrawFn, calendar_uids: list[Uid]) -> tuple[Resource, ...]:
    return tuple(
        Resource(
            uid=number,
            name=f"Crew {number}",
            kind=draw(st.sampled_from(["work", "material", "cost"])),
            calendar=draw(st.none() | st.sampled_from(calendar_uids)),
            max_units=draw(st.sampled_from([None, 1.0, 2.5])),
        )
        for number in range(1, draw(st.integers(0, 3)) + 1)
    )


@st.composite
def _assignments(draw: st.DrawFn, uids: list[Uid], resource_uids: list[Uid]) -> tuple[Assignment, ...]:
    who = st.sampled_from([None, *resource_uids])
    pairs = draw(st.lists(st.tuples(st.sampled_from(uids), who), max_size=5, unique=True))
    return tuple(
        Assignment(uid, resource, draw(MINUTES), draw(CENTS), draw(st.sampled_from([None, 0.5, 1.0])))
        for uid, resource in pairs
    )


@st.composite
def _options(draw: st.DrawFn) -> ScheduleOptions:
    return ScheduleOptions(
        lag_calendar=draw(st.sampled_from(LagCalendar)),
        progress=draw(st.sampled_from(ProgressRule)),
        float_kind=draw(st.sampled_from(FloatKind)),
        critical_at_or_below=draw(st.sampled_from([0, 480, 500])),
        critical_by=draw(st.sampled_from(CriticalBy)),
        honour_constraints=draw(st.booleans()),
        minutes_per_day=draw(st.sampled_from([480, 450, 1440])),
    )
