"""What each row of a file would add, or why it cannot."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from hashlib import sha256
from zoneinfo import ZoneInfo

from plumbline.engine.course import Curriculum
from plumbline.office.academy.elsewhere.tables import read_rows
from plumbline.office.academy.elsewhere.told import MOST_BYTES, Read, Told
from plumbline.office.academy.elsewhere.xapi import is_json, read_statements
from plumbline.office.academy.models import ElsewhereFile, ElsewhereResult
from plumbline.office.foundation.tabular import CellProblem, UnreadableTable, squeezed
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with, today
from plumbline.office.standards.queries import courses_in_force


@dataclass(frozen=True, slots=True)
class ResultRow:
    """``person`` is ``None`` where the row cannot be taken; ``is_known`` where it is there, or twice in the file."""

    told: Told
    person: Person | None
    course: str
    lesson: str
    key: str
    is_known: bool

    @property
    def is_new(self) -> bool:
        return not self.told.problems and not self.is_known


@dataclass(frozen=True, slots=True)
class Preview:
    rows: list[ResultRow]
    remarks: tuple[str, ...]

    @property
    def new(self) -> list[ResultRow]:
        return [each for each in self.rows if each.is_new]

    @property
    def known(self) -> int:
        return sum(each.is_known for each in self.rows)

    @property
    def problems(self) -> list[CellProblem]:
        return [problem for each in self.rows for problem in each.told.problems]

    @property
    def bad(self) -> int:
        return sum(bool(each.told.problems) for each in self.rows)


def read(content: bytes, organisation: Organisation) -> Read:
    """Raises ``UnreadableTable``."""
    if len(content) > MOST_BYTES:
        raise UnreadableTable(f"The file is larger than {MOST_BYTES // 1_000_000} MB. Export a smaller part of it.")
    if is_json(content):
        return read_statements(content, ZoneInfo(organisation.time_zone))
    return read_rows(content)


def preview(file: ElsewhereFile) -> Preview:
    """Raises ``UnreadableTable``. Three queries, however many rows there are."""
    organisation = file.organisation
    found = read(bytes(file.content), organisation)
    people = {each.email.casefold(): each for each in people_with(organisation, "learn")}
    by_name, day = _by_name(courses_in_force(organisation)), today(organisation)
    keys = {id(told): _key(told) for told in found.rows}
    there = ElsewhereResult.objects.filter(organisation=organisation, key__in=set(keys.values()))
    known = set(there.values_list("key", flat=True))
    rows = []
    for told in found.rows:
        person = people.get(told.mail.casefold())
        _check(told, person, day)
        key = keys[id(told)]
        course, lesson = next((by_name[squeezed(each)] for each in told.names if squeezed(each) in by_name), ("", ""))
        rows.append(ResultRow(told, person, course, lesson, key, not told.problems and key in known))
        if not told.problems:
            known.add(key)
    return Preview(rows, found.remarks)


def _check(told: Told, person: Person | None, day: date) -> None:
    mail, name = told.columns
    if person is None:
        told.wrong(mail, told.mail, "Nobody of the organisation who learns here has this mail address.")
    if not told.names:
        told.wrong(name, "", "Say which course or lesson it was.")
    if told.on is not None and told.on > day:
        told.wrong("Date", told.on, "The day is still to come.")


def _by_name(taught: Curriculum) -> dict[str, tuple[str, str]]:
    """Course and lesson by name and by title; a title that two lessons have means neither."""
    found: dict[str, tuple[str, str]] = {}
    twice: set[str] = set()
    for lesson in taught.lessons():
        title = squeezed(lesson.title)
        twice |= {title} & found.keys()
        found |= {squeezed(lesson.key): (lesson.course, lesson.name), title: (lesson.course, lesson.name)}
    found = {word: meant for word, meant in found.items() if word not in twice}
    for name, course in taught.courses.items():
        found |= {squeezed(name): (name, ""), squeezed(course.title): (name, "")}
    return found


def _key(told: Told) -> str:
    """The same result has the same key, whatever file it comes in."""
    said = (told.mail.casefold(), squeezed(told.about), told.on, told.percent, told.passed)
    return sha256((told.identity or "\n".join(map(str, said))).encode()).hexdigest()
