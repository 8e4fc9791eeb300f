"""The week of the office's staff: what each plans, how much time there is, and what was booked."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta

from django.db.models import Sum
from django.http import Http404

from plumbline.office.operations.actions.week import left_over
from plumbline.office.operations.models import PlannedWork
from plumbline.office.operations.offers import Offer, offers
from plumbline.office.people.models import Holiday, Organisation, Person
from plumbline.office.people.queries import people_with
from plumbline.office.people.working_time import week_of
from plumbline.office.services.models import Effort

WEEK = timedelta(days=7)
EARLIEST, LATEST = 2000, 2099


class Minutes(int):
    """Said in hours: “7.5 h”."""

    def __str__(self) -> str:
        return f"{self / 60:.2f}".rstrip("0").rstrip(".") + " h"


@dataclass(frozen=True, slots=True)
class Line:
    """One piece of work; ``url`` of the thing that it is about, or empty."""

    work: PlannedWork
    url: str

    @property
    def minutes(self) -> Minutes:
        return Minutes(self.work.minutes)


@dataclass(frozen=True, slots=True)
class PersonsWeek:
    """``left`` is how many things were left over last week."""

    person: Person
    is_own: bool
    capacity: Minutes
    booked: Minutes
    lines: list[Line] = field(default_factory=list)
    left: int = 0
    offers: list[Offer] = field(default_factory=list)

    @property
    def planned(self) -> Minutes:
        return Minutes(sum(each.minutes for each in self.lines))

    @property
    def done(self) -> int:
        return sum(each.work.is_done for each in self.lines)

    @property
    def over(self) -> Minutes:
        """What is planned beyond what there is."""
        return Minutes(max(0, self.planned - self.capacity))

    @property
    def free(self) -> Minutes:
        return Minutes(max(0, self.capacity - self.planned))


@dataclass(frozen=True, slots=True)
class Week:
    monday: date
    people: list[PersonsWeek]
    holidays: list[Holiday]

    @property
    def sunday(self) -> date:
        return self.monday + timedelta(days=6)

    @property
    def before(self) -> str:
        return iso(self.monday - WEEK)

    @property
    def after(self) -> str:
        return iso(self.monday + WEEK)

    @property
    def name(self) -> str:
        return iso(self.monday)


def planned_week(organisation: Organisation, monday: date, day: date, viewer: Person) -> Week:
    """Whoever looks comes first. A dozen queries, however many people there are; ``day`` is today."""
    people = sorted(staff_of(organisation), key=lambda each: each.pk != viewer.pk)
    numbers = [each.pk for each in people]
    holidays = list(Holiday.objects.filter(organisation=organisation, on__range=(monday, monday + timedelta(days=6))))
    capacity = _capacity(organisation, monday, {each.on for each in holidays})
    work = _by_person(organisation, monday)
    left = [each.person_id for each in left_over(organisation, monday)]
    waiting = offers(organisation, monday, numbers) if monday + WEEK > day else {}
    booked = _booked(organisation, monday)
    rows = [
        PersonsWeek(
            person=each,
            is_own=each.pk == viewer.pk,
            capacity=Minutes(capacity),
            booked=Minutes(booked.get(each.pk, 0)),
            lines=[Line(one, one.url(organisation.slug)) for one in work.get(each.pk, [])],
            left=left.count(each.pk),
            offers=waiting.get(each.pk, []),
        )
        for each in people
    ]
    return Week(monday, rows, holidays)


def staff_of(organisation: Organisation) -> list[Person]:
    return list(people_with(organisation, "plan_week").order_by("name", "pk"))


def work_in(organisation: Organisation, work_id: int) -> PlannedWork:
    """404 for what is not the organisation's."""
    found = PlannedWork.objects.filter(organisation=organisation, pk=work_id)
    one = found.select_related("organisation", "person", "request").first()
    if one is None:
        raise Http404
    return one


def iso(monday: date) -> str:
    """“2026-W10”."""
    year, week, _ = monday.isocalendar()
    return f"{year:04d}-W{week:02d}"


def monday_of(given: str, usual: date) -> date:
    """Of “2026-W10”; what is no week, or lies far away, is that of ``usual``."""
    try:
        found = date.fromisoformat(f"{given}-1")
    except ValueError:
        found = None
    if found is None or "W" not in given or not EARLIEST <= found.year <= LATEST:
        return usual - timedelta(days=usual.weekday())
    return found


def _capacity(organisation: Organisation, monday: date, holidays: set[date]) -> int:
    week = week_of(organisation)
    days = [monday + timedelta(days=number) for number in range(7)]
    return sum(end - start for day in days if day not in holidays for start, end in week[day.weekday()])


def _by_person(organisation: Organisation, monday: date) -> dict[int, list[PlannedWork]]:
    found: dict[int, list[PlannedWork]] = {}
    for each in PlannedWork.objects.filter(organisation=organisation, monday=monday).select_related("request"):
        found.setdefault(each.person_id, []).append(each)
    return found


def _booked(organisation: Organisation, monday: date) -> dict[int, int]:
    of_week = Effort.objects.filter(organisation=organisation, on__range=(monday, monday + timedelta(days=6)))
    return dict(of_week.order_by().values_list("person").annotate(minutes=Sum("minutes")))
