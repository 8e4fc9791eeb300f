"""Real plans of every format are written as Microsoft Project XML: our own reader and MPXJ read them as they were."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from conftest import REAL_DATA, Tell
from engine.small_project import sound_schedule
from engine.writers.calculated import dates_by_place
from engine.writers.held import held_by_mspdi
from plumbline import conversion
from plumbline.conversion.formats import FORMATS
from plumbline.conversion.installation import Installation, is_installed
from plumbline.conversion.mpxj import to_json
from plumbline.engine.readers import UnreadableSchedule, read
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import LoopInSchedule, calculate
from plumbline.engine.writers import write

SCHEDULES = REAL_DATA / "schedules"
FOLDERS = ("xer", "mspdi", "pmxml", "mpp", "mpp_linked", "mpx", "mpd", "gan", "planner", "generated")
PLANS = (".xer", ".xml", ".pmxml", *FORMATS)
LARGE = ("_5000_", "_20000_")
RENUMBERED = "Unique ids of activities that Project cannot hold"
MOVES_NO_DATE = {
    "Activity ids that are not the numbers of rows",
    "Baseline without dates",
    "Commas, semicolons and brackets in names of resources",
    "Hours per day of a calendar",
    "Id of the project",
    "Kind of a resource",
    "Long names",
    "Names of calendars",
    "Percent complete",
    "Resource without a name",
    RENUMBERED,
    "Unique ids of calendars or resources",
    "Unique ids that are not whole numbers above 0",
}
"""What can be lost without a date being another."""


@dataclass
class Tally:
    plans: int = 0
    whole: int = 0
    activities: int = 0
    same: int = 0

    def __str__(self) -> str:
        return (
            f"{self.plans} plans, {self.whole} of them without a loss that could move a date; "
            f"{self.activities:,} activities, {self.same:,} with all dates and floats the same"
        )


@pytest.mark.real_data
@pytest.mark.parametrize("folder", FOLDERS)
def test_dates_are_the_same_wherever_nothing_was_said_to_be_lost(folder: str, tell: Tell) -> None:
    tally = Tally()
    for name, schedule in _plans(folder):
        written = write(schedule, "mspdi")
        (back,) = read(written.content, "plan.xml").schedules
        before, after = dates_by_place(schedule), dates_by_place(back)
        is_whole = all(each.what in MOVES_NO_DATE for each in written.losses)
        assert after == (before if is_whole else dates_by_place(held_by_mspdi(schedule))), name
        tally.plans += 1
        tally.whole += is_whole
        if isinstance(before, list) and isinstance(after, list):
            tally.activities += len(before)
            tally.same += sum(one == other for one, other in zip(before, after, strict=True))
    if not tally.plans:
        pytest.skip(f"no plan of {folder} can be read here")
    tell(f"written as Project XML, from {folder}: {tally}")


@pytest.mark.real_data
@pytest.mark.parametrize("folder", FOLDERS[:-1])
def test_mpxj_reads_of_real_plans_what_we_wrote(mpxj: Installation, folder: str, tell: Tell) -> None:
    compared: Counter[str] = Counter()
    for name, schedule in _plans(folder):
        _assert_mpxj_reads(mpxj, schedule, name, compared)
    tell(f"Project XML from {folder} through MPXJ: " + ", ".join(f"{each:,} {what}" for what, each in compared.items()))
    assert compared["activities"]


def test_mpxj_reads_of_a_plan_of_primavera_what_we_wrote(mpxj: Installation) -> None:
    compared: Counter[str] = Counter()
    _assert_mpxj_reads(mpxj, sound_schedule(), "sound", compared)
    assert compared["links"]


def _plans(folder: str) -> Iterator[tuple[str, Schedule]]:
    for path in sorted((SCHEDULES / folder).glob("*")):
        is_plan = path.name.removesuffix(".gz").endswith(PLANS) and not any(size in path.name for size in LARGE)
        if is_plan and (is_installed() or path.suffix not in FORMATS):
            try:
                file = conversion.read_plan(path.read_bytes(), path.name)
            except UnreadableSchedule:
                continue
            yield from ((path.name, each) for each in file.schedules)


def _assert_mpxj_reads(mpxj: Installation, schedule: Schedule, name: str, compared: Counter[str]) -> None:
    """Ids, names, outline, durations, constraints and links."""
    try:
        calculation = calculate(schedule)
    except LoopInSchedule:
        calculation = None
    written = write(schedule, "mspdi", calculation)
    content, are_renumbered = written.content, any(each.what == RENUMBERED for each in written.losses)
    (ours,) = read(content, "plan.xml").schedules
    (theirs,) = read(to_json(content, ".xml", name, mpxj), "plan.json").schedules
    assert len(theirs.activities) == len(ours.activities) == len(schedule.activities), name
    for before, mine, other in zip(schedule.activities, ours.activities, theirs.activities, strict=True):
        assert (other.uid, other.id, other.name, other.responsible) == (mine.uid, mine.id, mine.name, mine.responsible)
        assert other.uid == before.uid or are_renumbered, name
        assert (other.parent, other.constraints, other.deadline) == (mine.parent, mine.constraints, mine.deadline)
        if not before.is_summary:
            assert (other.duration, other.remaining) == (before.duration, mine.remaining), (name, before.id)
    assert Counter(theirs.links) == Counter(ours.links), name
    compared.update({"plans": 1, "activities": len(theirs.activities), "links": len(theirs.links)})
