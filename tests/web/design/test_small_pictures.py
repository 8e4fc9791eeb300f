"""Sparkline, gauge, strip and share bar."""

from xml.etree import ElementTree

import pytest

from plumbline.web.pictures.small import gauge, share_bar, sparkline, status_strip


def picture(text: str) -> ElementTree.Element:
    return ElementTree.fromstring(text)


def test_a_sparkline_breaks_where_a_figure_is_missing() -> None:
    line = picture(sparkline([1, 2, None, 4, 3], "Float")).find("path[@class='spark-line']")
    assert line.get("d").count("M") == 2


def test_a_sparkline_says_where_it_begins_and_ends() -> None:
    assert picture(sparkline([1, 2, 4.5], "Float")).get("aria-label") == "Float: from 1 to 4.5"


def test_a_sparkline_without_figures_says_so() -> None:
    assert picture(sparkline([None], "Float")).get("aria-label") == "Float: no figures yet"


def test_a_level_sparkline_runs_through_the_middle() -> None:
    assert "M4 12" in sparkline([5, 5, 5], "Float")


@pytest.mark.parametrize(
    ("value", "limit", "kind", "state"),
    [
        (5, 5, "at most", "kept"),
        (5.1, 5, "at most", "broken"),
        (0.95, 0.95, "at least", "kept"),
        (0.9, 0.95, "at least", "broken"),
        (None, 5, "at most", "unknown"),
    ],
)
def test_a_gauge_shows_whether_the_limit_is_kept(value: float | None, limit: float, kind: str, state: str) -> None:
    assert f"gauge-{state}" in picture(gauge(value, limit, kind)).get("class")


def test_a_gauge_stays_on_its_scale() -> None:
    bar = picture(gauge(900, 5, top=10)).find("rect")
    assert float(bar.get("width")) <= 188


@pytest.mark.parametrize("limit", [0, 0.05, 5, 44, 800])
def test_a_gauge_finds_a_scale_for_any_limit(limit: float) -> None:
    assert picture(gauge(0, limit)).find("path[@class='gauge-limit']") is not None


def test_a_strip_tells_statuses_apart_by_height() -> None:
    heights = [cell.get("height") for cell in picture(status_strip(["green", "amber", "red", "unknown"], "Cost"))]
    assert len(set(heights)) == 4


def test_a_share_bar_is_in_proportion_and_in_words() -> None:
    bar = picture(share_bar({"green": 3, "red": 1, "unknown": 0}, "Rules", width=160))
    assert [cell.get("width") for cell in bar] == ["119", "39"]
    assert bar.get("aria-label") == "Rules: 3 green, 1 red"


def test_a_sparkline_on_a_fixed_scale_does_not_make_half_a_step_a_leap() -> None:
    assert "M4 10L92 8" in sparkline([3.5, 4.0], "Confidence", ends=(1, 5))
    assert "M4 20L92 4" in sparkline([3.5, 4.0], "Confidence")
