"""From the current plan of a project to who answers for what in it, and when a word about that is due."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from plumbline.engine.calendars.work_calendar import MINUTES_PER_DAY
from plumbline.engine.schedule import Activity, Schedule
from plumbline.engine.schedule.calculation import Calculation
from plumbline.office.foundation.clock import now
from plumbline.office.governance.queries import standard_for
from plumbline.office.progress.due import Stand, due_on, overdue_on, word_days
from plumbline.office.progress.models import CODE, NAME, UID, ActivityOwner, OwnedActivity, ProjectProgress
from plumbline.office.progress.owners import key_of, owners_of
from plumbline.office.progress.queries.words import Word, words_of
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import PlanVersion, Project

AT_ONCE = 500
FINISHED_LATELY = timedelta(days=30)
USUAL_CADENCE = 30
"""Days, where the organisation has no standard."""
WRITTEN = (
    "code",
    "name",
    "is_milestone",
    "start",
    "finish",
    "started",
    "finished",
    "remaining",
    "as_of",
    "due_on",
    "overdue_on",
)


def read_plan(project: Project) -> ProjectProgress:
    """Nothing of it is new, so it leaves no line in the audit: what it follows from has left one already."""
    with transaction.atomic():
        held = Project.objects.select_for_update(of=("self",)).select_related("organisation", "current_plan")
        project = held.get(pk=project.pk)
        standard = standard_for(project)
        days = word_days(standard.cadences.plan_update.days if standard else USUAL_CADENCE)
        version = None if project.archived_at else project.current_plan
        without = _read(project, version, days) if version else _forget(project)
        found, _ = ProjectProgress.objects.update_or_create(
            project=project,
            defaults={"version": version, "read_at": now(), "word_days": days, "without_owner": without},
        )
        return found


def renew_due_days(project: Project, uids: Iterable[str]) -> None:
    """After somebody told something, or it was refused; for whoever holds the project."""
    standing = ProjectProgress.objects.filter(project=project).first()
    rows = list(OwnedActivity.objects.filter(project=project, uid__in=list(uids)))
    words = words_of(project, [each.uid for each in rows])
    for each in rows:
        _set_due(each, words.get(each.uid), standing.word_days if standing else word_days(USUAL_CADENCE))
    OwnedActivity.objects.bulk_update(rows, ["due_on", "overdue_on"], batch_size=AT_ONCE)


def _forget(project: Project) -> int:
    ActivityOwner.objects.filter(activity__project=project).delete()
    OwnedActivity.objects.filter(project=project).delete()
    return 0


def _read(project: Project, version: PlanVersion, days: int) -> int:
    """Rows keep their numbers while their activities stay. Returns how many open activities name nobody."""
    schedule, calculation = projects.schedule_of(version), projects.calculation_of(version)
    as_of = version.data_date or version.recorded_at.date()
    owners = owners_of(schedule)
    shown = [schedule.activity_by_uid[uid] for uid in owners if _is_asked_about(schedule.activity_by_uid[uid], as_of)]
    owned = [each for each in shown if owners[each.uid]]
    words = words_of(project, [str(each.uid) for each in owned])
    rows = [OwnedActivity(project=project, **_said(each, schedule, calculation, as_of)) for each in owned]
    for each in rows:
        _set_due(each, words.get(each.uid), days)
    _write(project, rows, {str(uid)[:UID]: names for uid, names in owners.items()})
    return sum(not each.is_complete for each in shown) - sum(not each.is_complete for each in owned)


def _write(project: Project, rows: list[OwnedActivity], owners: dict[str, tuple[str, ...]]) -> None:
    ActivityOwner.objects.filter(activity__project=project).delete()
    kept = {each.uid for each in rows}
    gone = [each.pk for each in OwnedActivity.objects.filter(project=project) if each.uid not in kept]
    for at in range(0, len(gone), AT_ONCE):
        OwnedActivity.objects.filter(pk__in=gone[at : at + AT_ONCE]).delete()
    OwnedActivity.objects.bulk_create(
        rows, batch_size=AT_ONCE, update_conflicts=True, unique_fields=["project", "uid"], update_fields=list(WRITTEN)
    )
    numbers = dict(OwnedActivity.objects.filter(project=project).values_list("uid", "pk"))
    ActivityOwner.objects.bulk_create(
        [
            ActivityOwner(activity_id=numbers[uid], name=name, key=key_of(name))
            for uid in kept
            for name in owners[uid]
        ],
        batch_size=AT_ONCE,
    )  # fmt: skip


def _is_asked_about(activity: Activity, as_of: date) -> bool:
    finished = activity.actual_finish
    return finished is None or finished.date() >= as_of - FINISHED_LATELY


def _said(activity: Activity, schedule: Schedule, calculation: Calculation | None, as_of: date) -> dict[str, Any]:
    dates = calculation.dates.get(activity.uid) if calculation else None
    start = activity.actual_start or (dates.early_start if dates else None) or activity.planned_start
    finish = activity.actual_finish or (dates.early_finish if dates else None) or activity.planned_finish
    return {
        "uid": str(activity.uid)[:UID],
        "code": activity.id[:CODE],
        "name": activity.name[:NAME],
        "is_milestone": activity.is_milestone,
        "start": _day(start),
        "finish": _day(finish),
        "started": _day(activity.actual_start),
        "finished": _day(activity.actual_finish),
        "remaining": "" if activity.is_complete else remaining_words(activity, schedule),
        "as_of": as_of,
    }


def remaining_words(activity: Activity, schedule: Schedule) -> str:
    """What the plan says is left, in working days of the activity's calendar: 2.5d. Nothing for a milestone."""
    if activity.is_milestone:
        return ""
    per_day = MINUTES_PER_DAY if activity.elapsed else schedule.calendar_of(activity).minutes_per_day
    return f"{round(activity.remaining / per_day, 1):g}{'ed' if activity.elapsed else 'd'}"


def _set_due(row: OwnedActivity, word: Word | None, days: int) -> None:
    stand = Stand(
        start=row.start,
        finish=row.finish,
        is_started=bool(row.started or (word and word.started)),
        is_finished=bool(row.finished or (word and word.finished)),
        last_word=max(word.day, row.as_of) if word else row.as_of,
    )
    row.due_on = due_on(stand, days)
    row.overdue_on = overdue_on(row.due_on, days)


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
