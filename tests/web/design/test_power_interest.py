"""The grid of power and interest: everybody has a mark in their cell, and marks differ in shape."""

from __future__ import annotations

from xml.etree import ElementTree

from plumbline.web.pictures.power_interest import CELL, ENGAGEMENTS, HIGH, IN_A_CELL, TOP, Point, power_interest

SVG = "{http://www.w3.org/2000/svg}"


def drawn(*points: Point) -> ElementTree.Element:
    return ElementTree.fromstring(power_interest(points).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" '))


def test_the_powerful_and_interested_are_in_the_corner_to_be_managed_closely() -> None:
    picture = drawn(("S-1", "Ada", 5, 5, "neutral"))
    mark = next(each for each in picture.iter(f"{SVG}g")).find(f"{SVG}circle")
    assert mark is not None
    assert float(mark.get("cx", 0)) > HIGH + CELL
    assert TOP < float(mark.get("cy", 0)) < TOP + CELL


def test_shapes_tell_friend_from_foe_without_colour() -> None:
    picture = drawn(*((f"S-{number}", each, 3, 3, each) for number, each in enumerate(ENGAGEMENTS, start=1)))
    shapes = [each[1].tag.removeprefix(SVG) for each in picture.iter(f"{SVG}g")]
    assert shapes == ["rect", "circle", "circle", "circle", "path"]


def test_a_crowd_is_counted_where_it_does_not_fit() -> None:
    picture = drawn(*((f"S-{number}", "Ada", 1, 1, "neutral") for number in range(1, 11)))
    assert len(list(picture.iter(f"{SVG}g"))) == IN_A_CELL - 1
    assert "+5" in [each.text for each in picture.iter(f"{SVG}text")]


def test_names_are_escaped_and_the_picture_has_a_sentence() -> None:
    picture = drawn(("S-1", "<b>Ada & Bo</b>", 2, 4, "leading"))
    assert "S-1 <b>Ada & Bo</b>: power 2, interest 4, leading" in [each.text for each in picture.iter(f"{SVG}title")]
    assert picture.get("aria-label") == "Power and interest of 1 stakeholders; the table has the same figures"
