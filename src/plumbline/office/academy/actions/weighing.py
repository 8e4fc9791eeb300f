"""Which lessons work: computed anew once a day for each lesson that somebody finished, and kept."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db import transaction
from django.db.models import QuerySet

from plumbline.engine.course import Lesson
from plumbline.engine.course.effect import LONGEST, PlanSeen, cases_of, effect_of
from plumbline.office.academy.models import JudgedPlan, LessonEffect, Reading
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sweeps import each_by_itself
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.standards.queries import courses_in_force

LOOKED_BACK = timedelta(days=730)
MOST_PLANS = 200_000


def weigh_what_is_due() -> None:
    organisations = set(_finished().values_list("organisation", flat=True))
    each_by_itself(sorted(organisations), weigh_lessons)


@transaction.atomic
def weigh_lessons(organisation_id: int) -> None:
    """Lessons that no longer teach a rule, or that nobody finished of late, are no longer told of."""
    organisation = Organisation.objects.select_for_update().get(pk=organisation_id)
    taught, day = courses_in_force(organisation), today(organisation)
    zone = ZoneInfo(organisation.time_zone)
    took: dict[str, dict[int, date]] = defaultdict(dict)
    mine = _finished().filter(organisation=organisation)
    for person, course, lesson, at in mine.values_list("person", "course", "lesson", "finished_at"):
        if at is not None:
            took[f"{course}/{lesson}"][person] = at.astimezone(zone).date()
    lessons = {key: found for key in took if (found := taught.lesson(key)) and _rules(found)}
    kept = {f"{each.course}/{each.lesson}": each for each in LessonEffect.objects.filter(organisation=organisation)}
    gone = [each.pk for key, each in kept.items() if key not in lessons]
    if gone:
        LessonEffect.objects.filter(pk__in=gone).delete()
    due = [
        each for key, each in lessons.items()
        if key not in kept or kept[key].computed_at.astimezone(zone).date() < day
    ]  # fmt: skip
    if due:
        first = min(min(took[each.key].values()) for each in due) - timedelta(days=LONGEST)
        plans = _plans(organisation, datetime.combine(first, time(), zone), zone)
        for each in due:
            _weigh(organisation, each, took[each.key], plans, day)


Row = tuple[int, date, frozenset[str], frozenset[str]]


def _weigh(organisation: Organisation, lesson: Lesson, took: dict[int, date], plans: Iterable[Row], day: date) -> None:
    rules = _rules(lesson)
    seen = (PlanSeen(person, on, len(rules & failed)) for person, on, held, failed in plans if rules & (held | failed))
    figures = asdict(effect_of(cases_of(took, seen, until=day)))
    LessonEffect.objects.update_or_create(
        organisation=organisation, course=lesson.course, lesson=lesson.name,
        defaults=figures | {"computed_at": now()},
    )  # fmt: skip


def _rules(lesson: Lesson) -> frozenset[str]:
    return frozenset(each.removeprefix("rule:") for each in lesson.teaches if each.startswith("rule:"))


def _finished() -> QuerySet[Reading]:
    return Reading.objects.filter(finished_at__gt=now() - LOOKED_BACK).order_by()


def _plans(organisation: Organisation, since: datetime, zone: ZoneInfo) -> list[Row]:
    found = JudgedPlan.objects.filter(organisation=organisation, person__isnull=False, at__gte=since)
    rows = found.values_list("person", "at", "held", "failed")[:MOST_PLANS]
    return [
        (person, at.astimezone(zone).date(), frozenset(held), frozenset(failed)) for person, at, held, failed in rows
    ]
