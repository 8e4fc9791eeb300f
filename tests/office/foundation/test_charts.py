"""A chart is one specification: in the page's tokens by day and night, in fixed colours on paper."""

from __future__ import annotations

import re
from typing import Any

import pytest

from plumbline.office.foundation import charts


def line(**given: Any) -> dict[str, Any]:
    return {
        "data": {"values": [{"day": "2031-03-01", "done": 3}, {"day": "2031-03-02", "done": 8}]},
        "mark": "line",
        "encoding": {
            "x": {"field": "day", "type": "temporal"},
            "y": {"field": "done", "type": "quantitative", "title": "Done so far"},
        },
        **given,
    }


def colours(drawing: str) -> set[str]:
    return set(re.findall(r'(?:fill|stroke)="([^"]+)"', drawing)) - {"none", "transparent"}


def test_on_a_page_every_colour_is_a_token() -> None:
    drawn = colours(charts.svg(line()))
    assert "var(--chart-accent)" in drawn
    assert {each for each in drawn if not each.startswith("var(--chart-")} == set()


def test_on_paper_no_colour_is_a_token() -> None:
    drawing = charts.svg(line(), charts.PAPER)
    assert "var(" not in drawing
    assert charts.PAPER["accent"] in colours(drawing)


def test_a_role_stands_for_a_colour_wherever_vega_lite_expects_one() -> None:
    specification = line(mark={"type": "bar", "color": "role:red"})
    specification["encoding"]["stroke"] = {"value": "role:green"}
    assert {"var(--chart-red)", "var(--chart-green)"} <= colours(charts.svg(specification))


def test_an_unknown_role_is_refused_by_its_name() -> None:
    with pytest.raises(ValueError, match="'mauve'"):
        charts.svg(line(mark={"type": "line", "color": "role:mauve"}))


def test_what_vega_lite_does_not_understand_is_refused() -> None:
    with pytest.raises(ValueError, match="Vega"):
        charts.svg({"mark": "squiggle of no kind"})


def test_a_drawing_has_neither_inline_style_nor_script() -> None:
    drawing = charts.svg(line())
    assert "style=" not in drawing
    assert "<style" not in drawing
    assert "<script" not in drawing


def test_words_of_people_stay_words() -> None:
    drawing = charts.svg(line(title="<script>alert(1)</script>"))
    assert "<script" not in drawing
    assert "&lt;script" in drawing


def test_for_slides_there_is_a_png() -> None:
    assert charts.png(line()).startswith(b"\x89PNG")


def test_every_token_of_a_chart_is_in_the_style_sheet(repository: Any) -> None:
    css = (repository / "src/plumbline/web/static/css/drawn-chart.css").read_text()
    assert {each for each in charts.PAGE.values() if each.startswith("var(") and f"{each[4:-1]}:" not in css} == set()
