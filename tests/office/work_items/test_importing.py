"""An export is shown before it is taken, in whatever encoding it comes, and its map is remembered."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from django.core.exceptions import ValidationError
from openpyxl import Workbook

from plumbline.engine.trackers import StateMap, items_of_sheet
from plumbline.office.acceptance.models import Deliverable
from plumbline.office.foundation.tabular import read_table
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.work_items.actions import cancel, confirm, connect, content_of, receive
from plumbline.office.work_items.models import Connector, ItemFile, WorkItem
from plumbline.office.work_items.reading import LEFT_OUT, Settings, UnreadableExport, columns_of, opened

EXPORT = (
    "Issue key;Summary;Issue Type;Status;Labels;Labels;Updated\n"
    "A-1;Gleise schweißen;Task;In Progress;D-1;night;2026-03-04 10:00\n"
    "A-2;Mast streichen;Task;In Arbeit;;;2026-03-04 10:00\n"
)
SAID = {"in arbeit": "in_progress"}


def taken(board: Connector, data: bytes, **states: str) -> ItemFile:
    file = receive(board, "export.csv", data, by=None)
    settings = Settings(columns_of(content_of(file), board), {**board.states, **states})
    confirm(file, by=None, settings=settings)
    return file


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
def test_an_export_is_read_in_whatever_encoding_it_comes(board: Connector, rails: Deliverable, encoding: str) -> None:
    file = taken(board, EXPORT.encode(encoding), **SAID)
    assert file.counts == {
        "added": 2,
        "changed": 0,
        "unchanged": 0,
        "older": 0,
        "tied": 1,
        "problems": 0,
        "left_out": 0,
    }
    item = WorkItem.objects.get(key="A-1")
    assert (item.title, item.labels, item.deliverable) == ("Gleise schweißen", ["D-1", "night"], rails)


def test_a_workbook_is_read_as_well(board: Connector) -> None:
    book, file = Workbook(), io.BytesIO()
    for row in (["Issue key", "Summary", "Issue Type", "Status"], ["A-1", "=1+1", "Task", "Done"]):
        book.active.append(row)
    book.save(file)
    taken(board, file.getvalue())
    assert WorkItem.objects.get().category == "done"


def test_the_same_file_twice_changes_nothing_and_its_map_is_remembered(board: Connector) -> None:
    taken(board, EXPORT.encode(), **SAID)
    board.refresh_from_db()
    before = list(WorkItem.objects.values_list())
    again = taken(board, EXPORT.encode())
    assert (again.counts["added"], again.counts["changed"], again.counts["unchanged"]) == (0, 0, 2)
    assert list(WorkItem.objects.values_list()) == before
    assert board.columns["key"] == "Issue key"


def test_an_older_export_does_not_undo_a_newer_one(board: Connector) -> None:
    taken(board, EXPORT.replace("In Progress", "Done").replace("03-04", "03-09").encode(), **SAID)
    board.refresh_from_db()
    assert taken(board, EXPORT.encode()).counts["older"] == 2
    assert WorkItem.objects.get(key="A-1").category == "done"


def test_nothing_is_taken_while_a_state_is_not_explained(board: Connector) -> None:
    with pytest.raises(ValidationError, match="In Arbeit"):
        taken(board, EXPORT.encode())
    assert not WorkItem.objects.exists()
    assert ItemFile.objects.get().state == "waiting"


def test_a_state_may_be_left_out(board: Connector) -> None:
    file = taken(board, EXPORT.encode(), **{"in arbeit": LEFT_OUT})
    assert (file.counts["added"], file.counts["left_out"]) == (1, 1)


def test_the_bytes_go_once_it_is_decided(board: Connector) -> None:
    file = taken(board, EXPORT.encode(), **SAID)
    other = receive(board, "../../export.csv", EXPORT.encode(), by=None)
    assert other.filename == "export.csv"
    cancel(other, by=None)
    assert set(ItemFile.objects.values_list("packed", flat=True)) == {None}
    with pytest.raises(ValidationError, match="decided"):
        confirm(file, by=None, settings=Settings())


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"\x7fELF\x00\x00\x00", "no table"),
        (b"{", "no JSON"),
        (b'{"a": 1}', "no tracker"),
        (b'[{"iid": 7, "title": "x", "state": "opened", "web_url": "https://x.example"}]', "gitlab, not of jira"),
        (b"PK\x03\x04broken", "damaged"),
        (b"a\n" * 50_002, "50,000 rows"),
        (b"x" * 20_000_001, "20 MB"),
    ],
)
def test_what_holds_no_items_is_refused_and_nothing_is_kept(board: Connector, data: bytes, words: str) -> None:
    with pytest.raises(ValidationError) as refused:
        receive(board, "export.csv", data, by=None)
    assert words in str(refused.value)
    assert not ItemFile.objects.exists()


def test_a_column_for_the_key_is_needed(board: Connector) -> None:
    file = receive(board, "export.csv", EXPORT.encode(), by=None)
    with pytest.raises(ValidationError, match="holds the key"):
        confirm(file, by=None, settings=Settings({"title": "Summary"}))
    with pytest.raises(UnreadableExport):
        opened(b'{"issues": "none"}')


def test_items_of_a_real_list_of_days_are_all_accounted_for(real_data: Path) -> None:
    """1,696 tasks with a day of creation and of finish; where it finished before it was created, that is said."""
    path = real_data / "issues" / "jira_cycle_times.csv"
    if not path.exists():
        pytest.skip(f"{path.name} is not there")
    table = read_table(path.read_bytes())
    columns = {"key": "id", "title": "id", "started_at": "created_date", "ended_at": "finished_date"}
    found = items_of_sheet(table, StateMap(), columns)
    before = [row for row in table.rows if str(row["finished_date"] or "9") < str(row["created_date"])]
    doubled = len(table.rows) - len({row["id"] for row in table.rows})
    assert len(found.items) + len(found.problems) == len(table.rows)
    assert len(found.problems) >= len(before) > 0
    assert len(found.problems) <= len(before) + doubled


def test_a_connector_has_a_name_of_its_own(board: Connector, crossing: Project, mira: Person) -> None:
    with pytest.raises(ValidationError, match="of this name"):
        connect(crossing, by=mira, name="board", tracker="github")
    with pytest.raises(ValidationError, match="no tracker"):
        connect(crossing, by=mira, name="Other", tracker="abacus")
