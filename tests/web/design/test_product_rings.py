"""The three levels of a product as a picture: marks lead somewhere, and levels differ by shape and place."""

from __future__ import annotations

from math import hypot
from xml.etree import ElementTree

import pytest

from plumbline.web.pictures.product_rings import (
    ACTUAL,
    CORE,
    HEIGHT,
    LINE_LENGTH,
    MIDDLE,
    MOST_LINES,
    MOST_MARKS,
    RIM,
    SIDE,
    SIZE,
    Mark,
    Said,
    product_rings,
)

SVG = "{http://www.w3.org/2000/svg}"
SAID = Said("Across the water without thinking", 2, 1, quality=True, design=False)


def drawn(*marks: Mark, said: Said = SAID) -> ElementTree.Element:
    picture = product_rings("Ferry pass", said, marks)
    return ElementTree.fromstring(picture.replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '))


def offered(number: int, level: str = "offered") -> Mark:
    return Mark(f"A-{number}", f"Thing {number}", level, f"/thing/{number}/")


def far_out(mark: ElementTree.Element) -> float:
    word = mark.find(f"{SVG}text")
    assert word is not None
    return hypot(float(word.get("x", 0)) - MIDDLE, float(word.get("y", 0)) - 5 - MIDDLE)


def words(picture: ElementTree.Element) -> list[str | None]:
    return [each.text for each in picture.iter(f"{SVG}text")]


def test_what_is_expected_has_another_shape_and_moved_in() -> None:
    one, other = drawn(offered(1), offered(2, "expected")).iter(f"{SVG}a")
    assert (one.find(f"{SVG}circle"), other.find(f"{SVG}circle")) != (None, None)
    assert other.find(f"{SVG}rect") is not None
    assert ACTUAL < far_out(other) < far_out(one) < RIM


def test_each_mark_leads_to_its_page_and_says_what_it_is() -> None:
    (mark,) = drawn(Mark("A-1", "<b>Tea & talk</b>", "offered", "/a?b=1&c=2")).iter(f"{SVG}a")
    assert mark.get("href") == "/a?b=1&c=2"
    assert mark.get("aria-label") == "A-1 <b>Tea & talk</b>, offered"


@pytest.mark.parametrize("count", [1, 2, 7, MOST_MARKS])
def test_marks_do_not_cover_each_other_nor_leave_the_rim(count: int) -> None:
    places = []
    for mark in drawn(*(offered(number) for number in range(1, count + 1))).iter(f"{SVG}a"):
        word = mark.find(f"{SVG}text")
        assert word is not None
        places.append((float(word.get("x", 0)), float(word.get("y", 0))))
        assert far_out(mark) + SIZE < RIM
    apart = [hypot(a[0] - b[0], a[1] - b[1]) for at, a in enumerate(places) for b in places[:at]]
    assert min(apart, default=SIDE) > 2 * SIZE


def test_a_crowd_is_counted_where_it_does_not_fit() -> None:
    picture = drawn(*(offered(number) for number in range(1, MOST_MARKS + 5)))
    assert len(list(picture.iter(f"{SVG}a"))) == MOST_MARKS - 1
    assert "+5" in words(picture)


def test_a_long_benefit_is_cut_within_its_circle_and_said_whole() -> None:
    benefit = "Nobody has to think of tickets, zones, tariffs or change any more " * 4
    picture = drawn(said=Said(benefit, 0, 0, quality=False, design=False))
    shown = [each.text or "" for each in picture.iter(f"{SVG}text") if each.get("class") == "ring-core-word"]
    assert len(shown) == MOST_LINES
    assert shown[-1].endswith("…")
    assert max(len(each) for each in shown) <= LINE_LENGTH
    assert benefit in [each.text for each in picture.iter(f"{SVG}title")]


def test_nothing_beyond_the_product_leaves_an_empty_ring() -> None:
    picture = drawn()
    assert not list(picture.iter(f"{SVG}a"))
    assert "0 features" not in words(picture)
    assert {"2 features", "1 deliverable", "said", "not yet"} <= set(words(picture))
    assert (picture.get("viewBox"), CORE < ACTUAL < RIM) == (f"0 0 {SIDE} {HEIGHT}", True)


def test_the_picture_has_a_sentence() -> None:
    sentence = drawn(offered(1), offered(2, "expected")).get("aria-label") or ""
    assert sentence.startswith("Ferry pass in three levels. Core benefit: Across the water without thinking")
    assert "Augmentation: 2, of which 1 expected by now." in sentence
