"""The organisation chart says who reports to whom, and shows what is missing by shape and letter."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as some

from plumbline.web.pictures.org_chart import org_chart, org_chart_within
from plumbline.web.pictures.org_layout import WIDTH, laid_out, size


@dataclass
class Row:
    level: int
    title: str
    kind: str = "post"
    lines: list[str] = field(default_factory=list)
    vacant: float = 0
    gaps: int = 0


OFFICE = [
    Row(0, "Board", "above"),
    Row(1, "Office", "office"),
    Row(2, "Head", lines=["Ada, 100 %"], gaps=2),
    Row(3, "Coach", vacant=1),
    Row(3, "Planner", lines=["Mira, 50 %"], vacant=0.5),
]
TREES = some.lists(some.integers(0, 4), min_size=1, max_size=25)


def test_it_says_who_reports_to_whom_in_words() -> None:
    label = re.search(r'aria-label="([^"]*)"', org_chart(OFFICE, "Ours")).group(1)  # type: ignore[union-attr]
    assert label.startswith("Ours. Board; Office, under Board; Head, Ada, 100 %, 2 to learn, under Office; ")
    assert "Coach, vacant, under Head; Planner, Mira, 50 %, 0.5 vacant, under Head" in label


def test_a_vacancy_is_a_dashed_box_with_a_letter_in_a_diamond_and_a_gap_a_letter_in_a_ring() -> None:
    parts = re.findall(r"<g>.*?</g>", org_chart(OFFICE, "Ours"))
    head, coach, planner = parts[2:]
    assert "org-vacant" in coach
    assert ">V<" in coach
    assert "l7 7-7 7-7-7z" in coach
    assert "<circle" not in coach
    assert ">G<" in head
    assert "<circle" in head
    assert ">V<" not in head
    assert "org-vacant" not in planner
    assert ">V<" in planner
    assert "org-mark" not in parts[0]


def test_who_has_others_below_stands_over_their_middle() -> None:
    board, office, head, coach, planner = laid_out([0, 1, 2, 3, 3], [30] * 5)
    assert coach.y == planner.y
    assert planner.x >= coach.x + WIDTH
    assert head.middle == office.middle == board.middle == (coach.middle + planner.middle) / 2


def test_many_who_report_to_one_stand_below_each_other_and_keep_the_chart_narrow() -> None:
    few, many = laid_out([0, 1, 1, 1], [30] * 4), laid_out([0, *[1] * 9], [30] * 10)
    assert size(few)[0] > 3 * WIDTH
    assert size(many)[0] < 1.2 * WIDTH
    assert len({each.y for each in many}) == 10


def test_for_a_phone_five_levels_fit() -> None:
    assert size(laid_out([0, 1, 2, 3, 4], [30] * 5, narrow=True))[0] <= 358 - 2 * 16


@pytest.mark.parametrize("narrow", [False, True])
@given(levels=TREES)
def test_no_box_lies_on_another_and_everybody_below_is_lower(levels: list[int], narrow: bool) -> None:
    boxes = laid_out(levels, [20 + 7 * (place % 4) for place in range(len(levels))], narrow)
    assert [each.row for each in boxes] == list(range(len(levels)))
    for place, one in enumerate(boxes):
        if one.above is not None:
            assert levels[one.above] < levels[one.row]
            assert one.y >= boxes[one.above].y + boxes[one.above].height
        for other in boxes[place + 1 :]:
            beside = one.x + WIDTH <= other.x or other.x + WIDTH <= one.x
            assert beside or one.y + one.height <= other.y or other.y + other.height <= one.y


def test_on_paper_a_wide_chart_is_drawn_narrow() -> None:
    wide = [Row(0, "Office", "office"), *(Row(1 + at % 2, f"Post {at}") for at in range(10))]
    assert "org-across" in org_chart_within(OFFICE, "Ours", 760)
    assert "org-narrow" in org_chart_within(wide, "Ours", 760)


def test_long_titles_are_broken_and_long_lists_shortened_and_nothing_becomes_a_tag() -> None:
    row = Row(0, "<b>Head of " + "everything " * 12, lines=[f"Person {at}" for at in range(9)])
    drawn = org_chart([row], "<b>")
    assert "<b>" not in drawn
    assert drawn.count('class="org-title"') == 3
    assert "…</text>" in drawn
    assert "and 6 more" in drawn
    assert ">Person 2<" in drawn
    assert ">Person 3<" not in drawn


def test_without_anybody_it_says_so() -> None:
    assert "nobody yet" in org_chart([], "Ours")
