"""The plans of the demo world are sound, and its files say the same as the plans they were written from."""

from __future__ import annotations

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

import pytest

from demo.conftest import ANCHOR
from plumbline.demo.files import spreadsheet, xer_file
from plumbline.demo.plans import works
from plumbline.demo.plans.crews import CREWS
from plumbline.demo.plans.outline import phases_of
from plumbline.demo.project_plans import Update, updates_of
from plumbline.demo.stories import SentAs, Story
from plumbline.demo.world import stories
from plumbline.engine import readers
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import calculate

OUTLINES = [import_module(f"{works.__name__}.{each.name}").OUTLINE for each in iter_modules(works.__path__)]
SENT = [each for each in stories() if each.sent_as is not SentAs.NOTHING]
DATED_WRONGLY = ("SC-05", "DE-06")
WRITERS = {SentAs.XER: xer_file, SentAs.SPREADSHEET: spreadsheet}


def first_and_latest(story: Story) -> Iterator[Update]:
    updates = list(updates_of(story, ANCHOR))
    yield from (updates[0], updates[-1])


def as_read(story: Story, schedule: Schedule) -> Schedule:
    writer = WRITERS[story.sent_as]
    file = readers.read(writer.written(schedule), writer.FILE_NAME.format(code=story.code, day="2026-03-02"))
    assert not file.problems
    return file.schedules[0]


@pytest.mark.parametrize("outline", OUTLINES)
def test_every_work_of_an_outline_has_a_known_crew(outline: str) -> None:
    works_named = [
        work for phase in phases_of(outline, ["here"]) for package in phase.packages for work in package.works
    ]
    assert works_named
    assert {each.crew for each in works_named} <= set(CREWS)


def test_a_package_with_a_place_is_repeated_for_each_place() -> None:
    outline = "Building -> Built\n  Walls: {place}\n    Lay bricks at {place} | 3 | civil\n"
    packages = phases_of(outline, ["the gate", "the yard"])[0].packages
    assert [(each.group, each.title, each.works[0].name) for each in packages] == [
        ("Walls", "the gate", "Lay bricks at the gate"),
        ("Walls", "the yard", "Lay bricks at the yard"),
    ]


@pytest.mark.parametrize("story", SENT, ids=lambda each: each.code)
def test_a_file_says_what_the_plan_says(story: Story) -> None:
    for update in first_and_latest(story):
        told, read = update.schedule, as_read(story, update.schedule)
        work = [each for each in told.activities if not each.is_summary]
        expected, found = calculate(told).dates, calculate(read).dates
        assert {each.uid: found[each.uid] for each in work} == {each.uid: expected[each.uid] for each in work}
        assert [read.activity_by_uid[each.uid].name for each in work] == [each.name for each in work]
        assert sum(each.budget or 0 for each in read.activities) == pytest.approx(
            sum(each.budget or 0 for each in work)
        )


def test_work_is_reported_up_to_the_data_date_and_not_beyond() -> None:
    for story in stories():
        if story.delivers_plans and story.code not in DATED_WRONGLY:
            *_, latest = updates_of(story, ANCHOR)
            reported = [each.actual_finish or each.actual_start for each in latest.schedule.activities]
            assert max(each for each in reported if each) <= latest.data_date, story.code


def test_a_quiet_slip_is_a_few_days_with_every_update() -> None:
    slipping = next(each for each in stories() if each.lesson.title.startswith("Quietly slipping"))
    finishes = [calculate(each.schedule).finish for each in updates_of(slipping, ANCHOR)]
    steps = [(after - before).days for before, after in zip(finishes[-4:], finishes[-3:], strict=False)]
    assert all(0 <= step <= 10 for step in steps)
    assert sum(steps) > 0
