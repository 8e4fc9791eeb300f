"""Instances of the scheduling literature are read as plans; their critical paths are known."""

import zipfile

import pytest

from conftest import REAL_DATA
from engine.readers.reading import file, plan, refusal
from engine.readers.written_instances import RCP, SM
from plumbline.engine.readers import read
from plumbline.engine.schedule import ActivityKind
from plumbline.engine.schedule.calculate import calculate

RCPSP = REAL_DATA / "rcpsp"
BOTH = pytest.mark.parametrize(("text", "filename"), [(SM, "small.sm"), (RCP, "small.rcp")])


@BOTH
def test_a_unit_of_time_is_a_day_around_the_clock(text: str, filename: str):
    schedule = plan(text, filename)
    assert schedule.name == "small"
    assert [each.duration for each in schedule.activities] == [0, 3 * 1440, 5 * 1440, 0]
    calculation = calculate(schedule)
    assert (calculation.finish - calculation.start).days == 5
    assert calculation.dates[2].total_float == 2 * 1440


@BOTH
def test_capacities_and_requests_are_units_of_resources(text: str, filename: str):
    schedule = plan(text, filename)
    assert [(each.name, each.max_units) for each in schedule.resources] == [("R1", 2.0), ("R2", 4.0)]
    taken = [(each.activity, each.resource, each.units, each.work) for each in schedule.assignments]
    assert taken == [(2, "R1", 2.0, 6 * 1440), (3, "R1", 1.0, 5 * 1440), (3, "R2", 4.0, 20 * 1440)]


@BOTH
def test_the_jobs_at_the_ends_are_milestones(text: str, filename: str):
    kinds = [each.kind for each in plan(text, filename).activities]
    assert kinds[0] is ActivityKind.START_MILESTONE
    assert kinds[-1] is ActivityKind.FINISH_MILESTONE


@pytest.mark.parametrize(
    ("text", "filename", "words"),
    [
        (SM.replace("   2        1          1 ", "   2        2          1 "), "a.sm", "can be done in 2 modes"),
        (SM.replace("   2   3\n", "   2\n"), "a.sm", "Job 1 should have 2 successors"),
        (SM.replace("   2        1          1           4", "   2        1          1           9"), "a.sm", "9"),
        (SM.replace("       2    0\n", "       2\n"), "a.sm", "Job 2 should have 2 requests"),
        (SM.replace("  3      1     5       1    4\n", ""), "a.sm", "are not the same"),
        (SM.replace("  2      1     3", "  2      1     x"), "a.sm", "not a row of whole numbers"),
        (SM.replace("  R 1  R 2\n    2", "  R 1  N 1\n    2"), "a.sm", "only renewable resources"),
        (SM.partition("RESOURCEAVAIL")[0], "a.sm", "has no part 'RESOURCEAVAILABILITIES'"),
        (RCP[:-8], "a.rcp", "The file ends where"),
        (RCP + "1", "a.rcp", "numbers in it are of more or fewer"),
        (RCP.replace("5 1 4", "5 -1 4"), "a.rcp", "'-1' stands where a request of job 3 should"),
        (RCP.replace("2 3\n", "2 8\n"), "a.rcp", "8"),
        ("0 0", "a.rcp", "0 jobs"),
    ],
)
def test_what_is_wrong_with_an_instance_is_said(text: str, filename: str, words: str):
    assert words in refusal(text, filename)


@pytest.mark.real_data
@pytest.mark.parametrize("folder", ["j30", "j60", "j90", "j120"])
def test_the_critical_path_of_every_instance_is_as_long_as_its_header_says(folder: str):
    instances = dict(_instances(f"{folder}.sm.zip", ".sm"))
    known = {name: _mpm_time(data) for name, data in instances.items()}
    ours = {name: _days(data, name) for name, data in instances.items()}
    assert len(instances) >= 240
    assert ours == known


@pytest.mark.real_data
@pytest.mark.parametrize(("archive", "count"), [("patterson.rcp.zip", 55), ("RG300.rcp.zip", 60)])
def test_every_patterson_instance_is_read_and_no_shorter_than_its_critical_path(archive: str, count: int):
    instances = dict(_instances(archive, ".rcp"))
    optima = dict(_optima(archive))
    assert len(instances) == count
    for name, data in instances.items():
        assert 0 < _days(data, name) <= optima.get(name, 10_000)


@pytest.mark.real_data
@pytest.mark.parametrize("name", ["j90hrs.sm", "j90lb.sm"])
def test_a_list_of_solutions_is_no_instance(name: str):
    assert "no instance of PSPLIB" in refusal((RCPSP / name).read_bytes(), name)


def test_an_instance_leaves_nothing_to_remark():
    assert file(SM, "small.sm").problems == ()


def _instances(archive: str, suffix: str):
    with zipfile.ZipFile(RCPSP / archive) as packed:
        for each in packed.namelist():
            if each.endswith(suffix):
                yield each.rpartition("/")[2], packed.read(each)


def _optima(archive: str):
    path = RCPSP / archive.replace(".zip", ".optimum.csv")
    for line in path.read_text().splitlines()[1:] if path.exists() else ():
        name, _, optimum = line.partition(",")
        yield name, int(optimum.rpartition("..")[2])


def _mpm_time(data: bytes) -> int:
    return int(data.decode().partition("MPM-Time")[2].splitlines()[1].split()[-1])


def _days(data: bytes, name: str) -> float:
    (schedule,) = read(data, name).schedules
    calculation = calculate(schedule)
    return (calculation.finish - schedule.start).total_seconds() / 86_400
