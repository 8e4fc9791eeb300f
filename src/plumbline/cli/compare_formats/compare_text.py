"""``plumbline compare`` for a person: what looks wrong, what moved the finish, and every kind of change."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from enum import Enum
from itertools import islice

from plumbline.cli.compared import Compared, ComparedProject
from plumbline.cli.terminal import Page
from plumbline.cli.wording import count
from plumbline.engine.comparison import Change, ChangeKind, FinishMove, How, Part, Suspicion, Thing, wording
from plumbline.engine.schedule import Constraint, Link, Schedule

SHOWN = 5
SIGNS = {How.ADDED: ("+", "green"), How.REMOVED: ("-", "red"), How.CHANGED: ("~", "yellow")}
_MINUTES = {"duration", "remaining", "baseline_duration"}


def show(compared: Compared, *, show_all: bool) -> None:
    page = Page()
    for project in compared.projects:
        _header(page, project)
        _suspicions(page, project.comparison.suspicions, show_all)
        if project.move is not None:
            _moves(page, project.move)
        for kind in ChangeKind:
            _changes(page, project, kind, show_all)
    changes = sum(len(each.comparison.changes) for each in compared.projects)
    suspicions = sum(len(each.comparison.suspicions) for each in compared.projects)
    page.line(f"{count(changes, 'change')}, {count(suspicions, 'suspicion')}.")


def _header(page: Page, project: ComparedProject) -> None:
    found = project.comparison
    page.line((found.after.name or found.after.id or "A plan without a name", "bold underline"))
    if found.finish_before is None or found.finish_after is None or found.finish_moved_by is None:
        page.line("The finish of one version cannot be calculated, so it is not known how far it moved.")
    else:
        days = found.finish_moved_by / found.after.calendar_by_uid[found.after.default_calendar].minutes_per_day
        moved = "did not move" if not days else f"moved {_days(abs(days))} {'later' if days > 0 else 'earlier'}"
        page.line(f"The finish {moved}: {found.finish_before:%Y-%m-%d} to {found.finish_after:%Y-%m-%d}.")
    page.gap()


def _days(days: float) -> str:
    return f"{wording.short(days)} working {'day' if wording.short(days) == '1' else 'days'}"


def _suspicions(page: Page, suspicions: tuple[Suspicion, ...], show_all: bool) -> None:
    if suspicions:
        page.line(("Worth asking about", "bold"))
        for each in suspicions if show_all else suspicions[:SHOWN]:
            who = f"{each.id}  {each.name}".strip()
            page.line(("?", "yellow"), f" {who}: {each.reason}" if who else f" {each.reason}", indent=2)
        _more(page, len(suspicions), show_all)
        page.gap()


def _moves(page: Page, move: FinishMove) -> None:
    """With signed working days in front, so that the column can be added up."""
    if not move.moves:
        return
    page.line(("What moved the finish, in working days", "bold"))

    def figure(minutes: int) -> str:
        return f"{'+' if minutes > 0 else ''}{wording.short(minutes / move.minutes_per_day)}".rjust(8)

    for each in move.moves:
        page.line((f"{figure(each.moved_by)}  {' and '.join(each.causes)}", "bold"))
        for part in each.parts:
            page.line(f"{figure(part.moved_by)}  {_part(part)}", indent=4)
        if each.rest:
            page.line(
                f"{figure(each.rest)}  {'other changes of this kind' if each.parts else 'several together'}", indent=4
            )
    page.gap()


def _part(part: Part) -> str:
    return f"{f'{part.id}  {part.name}'.strip()} {part.words}"


def _changes(page: Page, project: ComparedProject, kind: ChangeKind, show_all: bool) -> None:
    changes = project.comparison.of_kind(kind)
    if not changes:
        return
    page.line((f"{kind.value.replace('-', ' ').capitalize()}: {len(changes)}", "bold"))
    for each in islice(changes, None if show_all else SHOWN):
        page.line(SIGNS[each.how], f" {_sentence(project, each)}", indent=2)
    _more(page, len(changes), show_all)
    page.gap()


def _more(page: Page, number: int, show_all: bool) -> None:
    if number > SHOWN and not show_all:
        page.line((f"and {number - SHOWN} more; --all lists them", "dim"), indent=4)


def _sentence(project: ComparedProject, change: Change) -> str:
    before, after = project.comparison.before, project.comparison.after
    if change.thing is Thing.LINK:
        return _link_sentence(before, after, change)
    kind = "" if change.thing is Thing.ACTIVITY else f"{change.thing} "
    subject = f"{kind}{f'{change.id}  {change.name}'.strip()}".strip()
    if change.how is not How.CHANGED:
        return subject
    field = change.field.replace("_", " ")
    return f"{subject}: {field} {_value(before, change, change.before)} -> {_value(after, change, change.after)}"


def _link_sentence(before: Schedule, after: Schedule, change: Change) -> str:
    was, now = change.before, change.after
    shown = now if isinstance(now, Link) else was
    assert isinstance(shown, Link)
    plan = after if isinstance(now, Link) else before
    ends = f"{_id(plan, shown.predecessor)} {wording.link(plan, shown)} {_id(plan, shown.successor)}"
    return f"{ends}, was {wording.link(before, was)}" if isinstance(was, Link) and isinstance(now, Link) else ends


def _id(schedule: Schedule, uid: object) -> str:
    activity = schedule.activity_by_uid[uid]  # type: ignore[index]
    return activity.id or str(activity.uid)


def _value(schedule: Schedule, change: Change, value: object) -> str:
    if value is None or value == ():
        return "none"
    if change.field in _MINUTES and isinstance(value, int) and change.uid is not None:
        activity = schedule.activity_by_uid[change.uid]
        return wording.days(value, wording.minutes_per_day(schedule, activity))
    if change.field == "working_time" and isinstance(value, float):
        return f"{wording.short(value)} hours a month"
    if change.field == "work" and isinstance(value, int):
        return f"{wording.short(value / 60)} hours"
    if isinstance(value, float):
        return wording.short(value)
    if isinstance(value, tuple):
        return _joined(value)
    if isinstance(value, datetime):
        return wording.day(value)
    return str(value.value) if isinstance(value, Enum) else str(value)


def _joined(values: Iterable[object]) -> str:
    return "; ".join(wording.constraint(each) if isinstance(each, Constraint) else str(each) for each in values)
