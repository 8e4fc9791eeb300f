"""How steps carry a date to where it is now."""

from __future__ import annotations

import re
from dataclasses import dataclass
from xml.etree import ElementTree

from plumbline.web.pictures.waterfall import LEFT, RIGHT, WIDTH, waterfall


@dataclass
class Step:
    letter: str
    days: float
    name: str = "Step"

    @property
    def shown(self) -> str:
        return f"{self.days:+g}"


def drawn(*days: float) -> ElementTree.Element:
    steps = [Step(letter, each) for letter, each in zip("ABCDEFGH", days, strict=False)]
    return ElementTree.fromstring(waterfall(steps, Step("", sum(days), "Finish"), "What moved"))


def spans(picture: ElementTree.Element) -> list[tuple[str, float, float]]:
    """Of each bar what it is, and where it begins and ends."""
    found = []
    for group in picture.iter("g"):
        path = group.find("path").get("d")  # type: ignore[union-attr]
        across = [float(x) for x in re.findall(r"[MLH]([\d.]+)", path or "")]
        found.append((group.get("class", ""), min(across), max(across)))
    return found


def test_each_bar_begins_where_the_one_before_ends() -> None:
    (_, a, b), (_, c, d), (_, e, f) = spans(drawn(4, -1, 2))[:3]
    assert b == d
    assert c == e
    assert (a, f) == (LEFT, WIDTH - RIGHT)


def test_later_and_earlier_differ_in_shape_and_sign_not_only_in_colour() -> None:
    picture = drawn(4, -1)
    assert [kind for kind, _, _ in spans(picture)] == ["fall-later", "fall-earlier", "fall-total"]
    words = [text.text for text in picture.iter("text")]
    assert words == ["A", "+4", "B", "-1", "=", "+3"]


def test_the_total_spans_from_where_it_was_to_where_it_is() -> None:
    *_, (_, start, end) = spans(drawn(4, -6))
    assert (start, end) == (LEFT, LEFT + (WIDTH - LEFT - RIGHT) * 2 / 6)


def test_the_picture_says_what_it_shows() -> None:
    assert drawn(4, -1).get("aria-label") == "What moved: Step +4; Step -1; Finish +3"


def test_steps_that_cancel_out_are_drawn_too() -> None:
    assert [start for _, start, _ in spans(drawn(3, -3))] == [LEFT] * 3
