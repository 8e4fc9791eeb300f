"""What there is to learn, and how far somebody is with it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from django.http import Http404

from plumbline.engine.course import Course, Curriculum, Lesson
from plumbline.office.academy.models import Assignment, Certificate, Reading, Sitting
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.standards.queries import courses_in_force


@dataclass(frozen=True, slots=True)
class LessonState:
    lesson: Lesson
    reading: Reading | None
    tested: int | None
    """The best percentage of a test of it, where there is one."""

    @property
    def is_finished(self) -> bool:
        return self.reading is not None and self.reading.finished_at is not None

    @property
    def begun_at(self) -> datetime | None:
        """When it was last read in; ``None`` once it is finished."""
        return None if self.reading is None or self.is_finished else self.reading.changed_at

    @property
    def is_begun(self) -> bool:
        return self.begun_at is not None


@dataclass(frozen=True, slots=True)
class CourseSeen:
    """A course as one person sees it. ``certificate`` is one that holds today."""

    course: Course
    lessons: tuple[LessonState, ...]
    assignment: Assignment | None
    certificate: Certificate | None
    day: date

    @property
    def finished(self) -> int:
        return sum(each.is_finished for each in self.lessons)

    @property
    def is_begun(self) -> bool:
        return any(each.reading for each in self.lessons)

    @property
    def is_late(self) -> bool:
        return self.assignment is not None and self.assignment.due_on is not None and self.assignment.due_on < self.day

    @property
    def next(self) -> Lesson | None:
        """Where to go on: what was begun last, else the first that is not finished."""
        begun = [(each.begun_at, place) for place, each in enumerate(self.lessons) if each.begun_at]
        if begun:
            return self.lessons[max(begun)[1]].lesson
        return next((each.lesson for each in self.lessons if not each.is_finished), None)


@dataclass(frozen=True, slots=True)
class PathSeen:
    title: str
    summary: str
    minutes: int
    courses: tuple[CourseSeen, ...]


@dataclass(frozen=True, slots=True)
class Catalogue:
    paths: tuple[PathSeen, ...]
    others: tuple[CourseSeen, ...]
    """Those on no path."""

    @property
    def courses(self) -> dict[str, CourseSeen]:
        found = {each.course.name: each for path in self.paths for each in path.courses}
        return found | {each.course.name: each for each in self.others}

    @property
    def asked(self) -> list[CourseSeen]:
        """Of this person, the most urgent first."""
        mine = [each for each in self.courses.values() if each.assignment]
        return sorted(mine, key=lambda each: (each.assignment and each.assignment.due_on) or date.max)

    @property
    def begun(self) -> list[CourseSeen]:
        return [each for each in self.courses.values() if each.is_begun and not each.certificate and each.next]


def catalogue(organisation: Organisation, person: Person) -> Catalogue:
    """A handful of queries, however many courses there are."""
    taught = courses_in_force(organisation)
    seen = _seen(organisation, person, taught, taught.courses.values())
    on_paths = {course.name for path in taught.paths for course in path.courses}
    paths = tuple(
        PathSeen(each.title, each.summary, each.minutes, tuple(seen[course.name] for course in each.courses))
        for each in taught.paths
    )
    return Catalogue(paths, tuple(each for name, each in seen.items() if name not in on_paths))


def course_seen(organisation: Organisation, person: Person, name: str) -> CourseSeen:
    """404 for a course that the standard in force does not have."""
    taught = courses_in_force(organisation)
    if name not in taught.courses:
        raise Http404
    return _seen(organisation, person, taught, [taught.courses[name]])[name]


def _seen(
    organisation: Organisation, person: Person, taught: Curriculum, courses: Iterable[Course]
) -> dict[str, CourseSeen]:
    day = today(organisation)
    mine = {"organisation": organisation, "person": person}
    readings = {(each.course, each.lesson): each for each in Reading.objects.filter(**mine)}
    tested: dict[tuple[str, str], int] = {}
    sat = Sitting.objects.filter(**mine, ended_at__isnull=False).exclude(lesson="")
    for course, lesson, percent in sat.values_list("course", "lesson", "percent"):
        tested[course, lesson] = max(percent or 0, tested.get((course, lesson), 0))
    held = Certificate.objects.filter(**mine, withdrawn_at=None, expires_on__gte=day).select_related("organisation")
    certificates = {each.course: each for each in held.order_by("expires_on")}
    asked = {each.course: each for each in Assignment.objects.filter(**mine, done_at=None, cancelled_at=None)}
    return {
        each.name: CourseSeen(
            each,
            tuple(
                LessonState(lesson, readings.get((each.name, lesson.name)), tested.get((each.name, lesson.name)))
                for lesson in each.lessons
            ),
            asked.get(each.name),
            certificates.get(each.name),
            day,
        )
        for each in courses
    }
