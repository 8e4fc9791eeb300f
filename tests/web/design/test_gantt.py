"""The Gantt chart: what is drawn, where, and how fast."""

import re
import time
from datetime import date, datetime, timedelta
from itertools import pairwise
from xml.etree import ElementTree

import pytest

from plumbline.web.pictures.gantt import MOST_ROWS, Bar, gantt
from plumbline.web.pictures.time_axis import Range, begins, units_for

START, FINISH = date(2026, 1, 1), date(2026, 1, 10)


def drawn(*rows: Bar, **given: object) -> ElementTree.Element:
    return ElementTree.fromstring(gantt(rows, start=START, end=date(2026, 1, 11), **given))


def all_of(picture: ElementTree.Element, kind: str) -> list[ElementTree.Element]:
    chart = picture.find(".//svg[@class='gantt-chart']")
    return [each for each in chart.iter() if each.get("class") == kind]


def test_a_bar_lies_where_its_dates_are() -> None:
    (bar,) = all_of(drawn(Bar("Dig", datetime(2026, 1, 2), datetime(2026, 1, 4, 12))), "gantt-activity")
    assert (bar.get("x"), bar.get("width")) == ("10%", "25%")


def test_a_date_without_a_time_ends_with_its_day() -> None:
    (bar,) = all_of(drawn(Bar("Dig", date(2026, 1, 1), date(2026, 1, 10))), "gantt-activity")
    assert bar.get("width") == "100%"


def test_progress_is_a_share_of_the_bar() -> None:
    (done,) = all_of(drawn(Bar("Dig", date(2026, 1, 1), date(2026, 1, 5), progress=0.5)), "gantt-activity done")
    assert done.get("width") == "25%"


def test_critical_and_baseline_are_told_apart() -> None:
    row = Bar("Dig", START, FINISH, critical=True, baseline_start=START, baseline_finish=date(2026, 1, 2))
    picture = drawn(row)
    assert len(all_of(picture, "gantt-activity critical")) == 1
    assert all_of(picture, "gantt-baseline")[0].get("width") == "20%"


def test_the_data_date_is_a_plumb_line_from_top_to_bottom() -> None:
    picture = drawn(Bar("Dig", START, FINISH), Bar("Pour", START, FINISH), data_date=date(2026, 1, 6))
    (line,) = all_of(picture, "gantt-plumb")
    assert (line.get("x1"), line.get("x2"), line.get("y1")) == ("50%", "50%", "0")
    assert "Data date 6 January 2026" in "".join(picture.itertext())


def test_the_picture_says_in_words_what_it_shows() -> None:
    picture = drawn(Bar("Dig", START, FINISH, critical=True), label="Plan of the bridge", table="plan")
    chart = picture.find(".//svg[@class='gantt-chart']")
    assert chart.get("role") == "img"
    assert chart.get("aria-label") == "Plan of the bridge: 1 rows, 1 critical, from 1 January 2026 to 11 January 2026"
    assert chart.get("aria-describedby") == "plan"


def test_a_link_between_rows_is_two_lines() -> None:
    rows = Bar("Dig", START, date(2026, 1, 4)), Bar("Pour", date(2026, 1, 6), FINISH)
    assert len(all_of(drawn(*rows, links=[(0, 1), (0, 7)]), "gantt-link")) == 2


def test_names_are_text_not_markup() -> None:
    assert "<b>" not in gantt([Bar('<b>"Dig" & pour</b>', START, FINISH)])


def test_a_plan_without_dates_says_so() -> None:
    assert "nothing to draw" in gantt([Bar("Some day", None, None)])


def test_rows_without_dates_keep_their_place_among_the_others() -> None:
    picture = drawn(Bar("Some day", None, None), Bar("Dig", START, FINISH))
    assert all_of(picture, "gantt-activity")[0].get("y") == "34"


def test_more_rows_than_can_be_drawn_are_counted() -> None:
    text = gantt([Bar("Dig", START, FINISH)] * (MOST_ROWS + 1))
    assert "The first 2,000 of 2,001 rows are drawn" in text
    assert text.count('class="gantt-activity"') == MOST_ROWS + 1  # one stands in the legend


@pytest.mark.parametrize(
    "last", [date(2026, 1, 1), date(2026, 3, 1), date(2027, 6, 1), date(2031, 1, 1), date(9999, 12, 31)]
)
def test_a_scale_of_readable_length_stands_above_every_range(last: date) -> None:
    text = gantt([Bar("Dig", date(2026, 1, 1), last)])
    assert 1 <= len(re.findall(r"<text class=\"gantt-scale", text)) <= 60


@pytest.mark.parametrize("days", [1, 20, 31, 90, 200, 800, 3000, 40000])
def test_units_cover_the_range_without_gap(days: int) -> None:
    span = Range(date(2025, 11, 19), date(2025, 11, 19) + timedelta(days))
    for unit in units_for(days):
        parts = list(begins(unit, span))
        assert parts[0][0] == span.start
        assert parts[-1][1] == span.end
        assert all(one[1] == following[0] for one, following in pairwise(parts))


def test_a_thousand_rows_are_drawn_quickly() -> None:
    rows = [
        Bar(
            f"Activity {place}",
            START + timedelta(place),
            FINISH + timedelta(place),
            progress=0.3,
            baseline_start=START,
            baseline_finish=FINISH,
        )
        for place in range(1000)
    ]
    begin = time.process_time()
    gantt(rows, date(2026, 6, 1), links=[(place, place + 1) for place in range(999)])
    assert time.process_time() - begin < 0.2
