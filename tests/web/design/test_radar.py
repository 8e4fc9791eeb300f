"""The radar shows levels round a centre, and says them to who cannot see it."""

from __future__ import annotations

import re

import pytest

from plumbline.web.pictures.radar import CENTRE, RADIUS, radar

AXES = ["Risk management", "Finance", "Governance"]


def test_it_says_every_level_in_words() -> None:
    drawn = radar(AXES, [("before", "Last year", [1, 2, None]), ("now", "Now", [2, 2, 3])], "Maturity")
    label = re.search(r'aria-label="([^"]*)"', drawn).group(1)  # type: ignore[union-attr]
    assert "Last year: Risk management 1, Finance 2, Governance not known" in label
    assert "Now: Risk management 2, Finance 2, Governance 3" in label


def test_the_first_axis_points_up_and_five_lies_on_the_edge() -> None:
    drawn = radar(AXES, [("now", "Now", [5, 0, 0])], "Maturity")
    assert f'd="M{CENTRE[0]:g} {CENTRE[1] - RADIUS:g}L{CENTRE[0]:g} {CENTRE[1]:g}L' in drawn


def test_a_series_with_a_gap_has_marks_and_no_line() -> None:
    drawn = radar(AXES, [("target", "Target", [3, None, 4])], "Maturity")
    series = re.search(r'<g class="radar-target"><title>.*?</g>', drawn).group()  # type: ignore[union-attr]
    assert series.count("radar-mark") == 2
    assert "radar-line" not in series


@pytest.mark.parametrize("kind", ["now", "before", "target"])
def test_kinds_differ_by_the_shape_of_their_marks(kind: str) -> None:
    drawn = radar(AXES, [(kind, "One", [1, 2, 3])], "Maturity")
    shapes = {"now": "<circle", "before": "<rect", "target": "l5 5-5 5-5-5z"}
    assert [each for each, shape in shapes.items() if shape in drawn] == [kind]


def test_nothing_of_a_name_becomes_a_tag() -> None:
    assert "<b>" not in radar(["<b>Risk"], [("now", "<b>", [1])], "<b>")


def test_without_any_round_it_says_so() -> None:
    assert "nothing assessed yet" in radar(AXES, [], "Maturity")
