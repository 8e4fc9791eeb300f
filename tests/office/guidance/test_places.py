"""Every place resolves, and has something to say under each built-in standard, or says what is missing."""

from __future__ import annotations

import pytest

from plumbline import library
from plumbline.cli.standards import standard_named
from plumbline.office.guidance.catalogue import by_page, place_of, places
from plumbline.office.guidance.topics import KINDS, topics_of
from web.addresses import addresses

STANDARDS = sorted(library.names())


def test_every_page_of_a_place_is_a_page_of_the_office() -> None:
    there = {each.name for each in addresses()}
    assert {page for page in by_page() if page.partition("?")[0] not in there} == set()


def test_every_kind_that_a_place_expects_is_known() -> None:
    for name, place in places().items():
        assert place.expects, name
        assert set(place.expects) <= KINDS.keys(), name


@pytest.mark.parametrize("standard", STANDARDS)
@pytest.mark.parametrize("name", sorted(places()))
def test_a_place_says_something_or_what_is_missing(name: str, standard: str) -> None:
    place = places()[name]
    said = topics_of(place, standard_named(standard))
    there = {each.kind for each in said.found}
    assert len(said.missing) == len([each for each in place.expects if each not in there])
    assert said.found or said.missing
    assert all(each.title and each.text for each in said.found)


def test_what_each_standard_leaves_out_is_known() -> None:
    """A change of a standard that takes guidance from a place is noticed here."""
    silent = {
        (name, standard)
        for name, place in places().items()
        for standard in STANDARDS
        if not topics_of(place, standard_named(standard)).found
    }
    assert silent == SILENT


SILENT: set[tuple[str, str]] = set()


def test_a_register_has_a_place_of_its_own() -> None:
    assert place_of("registers:list", {"kind": "risk"}) == "risks"
    assert place_of("registers:list", {"kind": "lesson"}) == "lessons"
    assert place_of("registers:project", {}) == "registers"
    assert place_of("people:list", {}) is None


def test_a_page_about_one_thing_tells_of_that_and_not_of_its_like() -> None:
    standard = standard_named("predictive")
    said = topics_of(places()["gates"], standard, "gate:closing")
    assert [each.thing for each in said.found if each.kind == "gate"] == ["closing"]
    whole = topics_of(places()["gates"], standard, "gate:nowhere")
    assert [each.thing for each in whole.found if each.kind == "gate"] == list(standard.gates)
