"""The page on columns lists what is understood, and its example is a plan."""

from __future__ import annotations

import re
from pathlib import Path

from engine.readers.reading import plan
from plumbline.engine.readers.table.heads import COLUMNS, SETTINGS


def test_the_page_lists_every_column_and_every_head(repository: Path):
    listed = {
        column: tuple(re.findall(r"`([^`]+)`", heads))
        for column, heads in re.findall(r"^\| (\w+) \| (`.*) \|$", _page(repository), re.MULTILINE)
    }
    assert listed == COLUMNS


def test_the_page_lists_every_setting(repository: Path):
    words = re.findall(r"^\| (`.+`) \| the ", _page(repository), re.MULTILINE)
    assert [tuple(re.findall(r"`([^`]+)`", each)) for each in words] == list(SETTINGS.values())


def test_the_example_of_the_page_is_a_plan(repository: Path):
    example = re.search(r"```csv\n(.*?)```", _page(repository), re.DOTALL)
    assert example
    schedule = plan(example.group(1), "example.csv")
    assert [each.id for each in schedule.activities] == ["A10", "A20", "A30", "A40"]
    assert len(schedule.links) == 4


def _page(repository: Path) -> str:
    return (repository / "docs" / "guides" / "columns.md").read_text()
