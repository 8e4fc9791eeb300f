"""A project that P6 writes as XER and as XML gives one schedule, and the same calculated dates."""

from __future__ import annotations

from collections import Counter
from dataclasses import fields, replace
from pathlib import Path

import pytest

from conftest import REAL_DATA
from engine.readers.expected import Comparison
from plumbline.engine.readers import read
from plumbline.engine.schedule import Schedule, StoredDates
from plumbline.engine.schedule.calculate import calculate

pytestmark = pytest.mark.real_data

SCHEDULES = REAL_DATA / "schedules"
PAIRS = [
    (each.relative_to(SCHEDULES), next(SCHEDULES.glob(f"{folder}/{each.name.partition('.pmxml')[0]}.xer*")))
    for pattern, folder in (("generated/*.pmxml*", "generated"), ("pmxml/percent-*.pmxml", "xer"))
    for each in sorted(SCHEDULES.glob(pattern))
]
IN_ANY_ORDER = ("links", "assignments")
RECORDS = ("calendars", "activities", "resources")
EXCEPTIONS = {
    "currency": "the XML has a placeholder, or none, where the header of the XER names the currency",
    "resources max_units": "the XER says 0 units of each resource, the XML one",
    "stored total_float": "the XML keeps no float",
    "stored free_float": "the XML keeps no float",
    "stored dates of complete activities": "the XML keeps early and late dates only of work that remains",
    "stored early dates": "the XER of percent-complete-8.4 keeps its early dates in the columns of remaining work only",
}


@pytest.mark.parametrize(("xml", "xer"), PAIRS, ids=lambda path: path.name)
def test_both_formats_give_one_schedule(xml: Path, xer: Path):
    from_xml, from_xer = _schedule(SCHEDULES / xml), _schedule(xer)
    comparison = Comparison()
    for each in fields(Schedule):
        ours, theirs = getattr(from_xml, each.name), getattr(from_xer, each.name)
        if each.name in IN_ANY_ORDER:
            comparison.add(each.name, "plan", Counter(ours), Counter(theirs))
        elif each.name in RECORDS:
            comparison.add(each.name, "plan", len(ours), len(theirs))
            _compare_records(comparison, each.name, ours, theirs)
        elif each.name != "currency":
            comparison.add(each.name, "plan", ours, theirs)
    print(f"{xml.name}: {sum(comparison.compared.values())} values compared")
    assert comparison.differences == []
    assert comparison.compared["activities duration"] == len(from_xer.activities) > 10


def _schedule(path: Path) -> Schedule:
    (schedule,) = read(path.read_bytes(), path.name).schedules
    return schedule


def _compare_records(comparison: Comparison, what: str, ours: tuple[object, ...], theirs: tuple[object, ...]) -> None:
    for one, other in zip(ours, theirs, strict=True):
        for each in fields(one):  # type: ignore[arg-type]
            name, values = f"{what} {each.name}", (getattr(one, each.name), getattr(other, each.name))
            if each.name == "stored":
                _compare_stored(comparison, one.uid, one.is_complete, *values)  # type: ignore[attr-defined]
            elif each.name == "exceptions":
                comparison.add(name, one, *(sorted(value, key=lambda day: day.first) for value in values))
            elif name not in EXCEPTIONS:
                comparison.add(name, one, *values)


def _compare_stored(
    comparison: Comparison, uid: object, is_complete: bool, ours: StoredDates | None, theirs: StoredDates | None
) -> None:
    if ours is None or theirs is None:
        comparison.add("stored", uid, ours, theirs)
    elif not is_complete:
        hidden = {"total_float": None, "free_float": None}
        if theirs.early_start is None:
            hidden |= {"early_start": None, "early_finish": None}
        comparison.add("stored", uid, replace(ours, **hidden), replace(theirs, **hidden))


@pytest.mark.parametrize(("xml", "xer"), PAIRS, ids=lambda path: path.name)
def test_both_formats_give_the_same_calculated_dates(xml: Path, xer: Path):
    from_xml, from_xer = calculate(_schedule(SCHEDULES / xml)), calculate(_schedule(xer))
    assert from_xml == from_xer


def test_no_pair_is_forgotten():
    assert len(PAIRS) == 10
