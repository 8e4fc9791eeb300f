"""Pictures of reports beside evidence say in words what they show, and tell without colour."""

from __future__ import annotations

from xml.etree import ElementTree

from plumbline.web.pictures.parting import divergence_bar, divergence_lines, divergence_strip


def drawn(svg: str) -> ElementTree.Element:
    return ElementTree.fromstring(svg)


def test_a_strip_frames_where_green_was_said_and_red_was_found() -> None:
    strip = drawn(divergence_strip(["green", "green", "red"], ["green", "red", "unknown"], "Cost"))
    marks = [each.get("href") for each in strip.iter("use")]
    assert marks == ["#mark-green", "#mark-green", "#mark-green", "#mark-red", "#mark-red", "#mark-unknown"]
    assert len([each for each in strip.iter("rect") if each.get("class") == "parting-frame"]) == 1
    assert "green beside red" in str(strip.get("aria-label"))


def test_in_a_bar_better_stands_above_the_line_and_worse_hangs_below() -> None:
    bar = drawn(divergence_bar({-1: 1, 0: 2, 1: 1, 2: 1, None: 1}, "Cost"))
    tops = {each.get("class"): float(str(each.get("y"))) for each in bar.iter("rect")}
    assert tops["parting-better-2"] < tops["parting-better-1"] < tops["parting-same"] < tops["parting-worse"]
    assert "1 two steps better than the evidence" in str(bar.get("aria-label"))
    assert "1 evidence unknown" in str(bar.get("aria-label"))


def test_a_month_without_figures_breaks_the_line() -> None:
    lines = drawn(divergence_lines(["", "", ""], [0.5, None, -0.5], [10.0, None, 30.0], "A year"))
    paths = {each.get("class"): str(each.get("d")) for each in lines.iter("path")}
    assert paths["parting-path parting-mean"].count("M") == 2
    assert len(list(lines.iter("circle"))) == 2


def test_nothing_reported_is_drawn_as_nothing() -> None:
    assert "nothing reported" in divergence_bar({}, "Cost")
    assert "nothing reported yet" in divergence_strip([], [], "Cost")
    assert drawn(divergence_lines([""], [None], [None], "A year")) is not None
