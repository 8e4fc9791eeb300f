"""The standards that come with Plumbline are complete."""

from __future__ import annotations

import re

import pytest
from markdown_it import MarkdownIt

from plumbline import library
from plumbline.engine import catalogue
from plumbline.engine.standard import bundle, lint_files, load_standard

SECTIONS = ["Why it matters", "How to mend", "Example", "When it is acceptable"]


def files_of(name: str) -> dict[str, bytes]:
    return bundle(library.files_of(name), library.files_of)


def test_predictive_is_there() -> None:
    assert "predictive" in library.names()


def test_an_unknown_name_is_refused_with_the_names_there_are() -> None:
    with pytest.raises(KeyError, match="predictive"):
        library.files_of("absent")


@pytest.mark.parametrize("name", library.names())
def test_it_lints_clean(name: str) -> None:
    assert lint_files(files_of(name)) == ()


@pytest.mark.parametrize("name", library.names())
def test_its_folder_is_its_name(name: str) -> None:
    assert load_standard(files_of(name)).name == name


def test_predictive_applies_all_fourteen_points_with_their_own_limits() -> None:
    standard = load_standard(files_of("predictive"))
    points = {each.name: each.rule for each in catalogue.rules() if "DCMA" in " ".join(each.rule.references)}
    assert set(points) <= set(standard.rules)
    assert len(points) == 14
    for name, rule in points.items():
        assert standard.settings_for(name, rule).limit == rule.limit


@pytest.mark.parametrize("name", library.names())
def test_each_page_of_guidance_says_why_and_how_in_both_tools_and_is_short(name: str) -> None:
    for rule, page in load_standard(files_of(name)).guidance.items():
        headings = [each.content for each in MarkdownIt().parse(page) if each.type == "inline" and each.level == 1]
        assert [each for each in headings if each in SECTIONS] == SECTIONS, rule
        assert "*Microsoft Project:*" in page, rule
        assert "*Primavera P6:*" in page, rule
        assert 150 <= len(page.split()) <= 300, rule


@pytest.mark.parametrize("name", library.names())
def test_its_pages_are_wrapped_for_reading_as_text(name: str) -> None:
    for file, content in library.files_of(name).items():
        long = [each for each in content.decode().splitlines() if len(each) > 130]
        assert not long, (file, long)
        assert not re.search(rb"[ \t]$", content, re.MULTILINE), file
