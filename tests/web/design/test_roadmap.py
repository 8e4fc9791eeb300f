"""The roadmap draws projects, what lies outside of its window not at all, and escapes what it is given."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace
from typing import Any

from plumbline.web.pictures.roadmap import roadmap

TODAY = date(2026, 6, 15)


def row(
    name: str = "Quay", start: date | None = date(2026, 1, 1), finish: date | None = date(2026, 12, 31), **given: Any
) -> Any:
    known = {"kind": "activity", "status": "red", "baseline_start": None, "baseline_finish": None}
    return SimpleNamespace(
        **known | {"name": name, "start": start, "finish": finish, "milestone": "", "milestone_on": None} | given
    )


def test_a_project_is_a_bar_that_says_its_status_by_colour_and_letter() -> None:
    drawn = roadmap([row()], TODAY)
    assert 'class="roadmap-red"' in drawn
    assert ">R</text>" in drawn
    assert "1 projects, from" in drawn


def test_what_lies_outside_of_the_window_is_not_drawn() -> None:
    drawn = roadmap([row()], TODAY, start=date(2030, 1, 1), end=date(2031, 1, 1))
    assert 'class="roadmap-red" x' not in drawn
    assert 'class="gantt-plumb" x1="' not in drawn.split("figcaption")[0]


def test_a_project_without_dates_has_a_name_and_no_bar() -> None:
    drawn = roadmap([row(start=None, finish=None)], TODAY)
    assert ">Quay</span>" in drawn
    assert 'class="roadmap-red" x' not in drawn


def test_a_dependency_that_is_not_agreed_is_dashed() -> None:
    link = SimpleNamespace(before=0, after=1, on=TODAY, agreed=False)
    drawn = roadmap([row(), row("Crane")], TODAY, links=[link]).split("figcaption")[0]
    assert 'class="roadmap-link open"' in drawn
    link.agreed = True
    assert "roadmap-link open" not in roadmap([row(), row("Crane")], TODAY, links=[link]).split("figcaption")[0]


def test_names_are_escaped() -> None:
    assert "<b>" not in roadmap([row("<b>Quay", milestone="<b>", milestone_on=TODAY)], TODAY, label="<b>")
