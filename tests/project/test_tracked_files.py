"""What may not stand in any file of the project."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from project.tracked import name_of, places, text_of, tracked_files

THIS_FILE = Path(__file__).resolve()

FORBIDDEN = {
    "an address of a package registry": (
        r"https?://[\w.-]*(?:pypi|pythonhosted|npmjs|registry|crates|artifactory|nexus)[\w.-]*",
        r"--(?:extra-)?index-url|--find-links|/simple/?[\"'\s]",
    ),
    "a path of one machine": (r"file:///", r"(?<![\w.~{}/-])/(?:work|root|home|Users)/[\w.]"),
    "an unfinished mark": (r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b", r"(?i)coming so" + "on"),
    "a merge left half done": (r"^(?:<{7}|>{7}) ",),
}
FOREIGN_SUFFIXES = {".jar", ".so", ".whl", ".exe", ".ttf", ".otf", ".woff", ".woff2", ".pyc"}
SECRETS = re.compile(r"(?i)-----BEGIN [A-Z ]*PRIVATE KEY-----|SECRET_KEY\s*=\s*[\"'][^\"']{8,}")


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_file_holds(what: str) -> None:
    patterns = [re.compile(each) for each in FORBIDDEN[what]]
    found = [
        (path, number, line.strip()[:120])
        for path, number, line in _lines()
        if any(pattern.search(line) for pattern in patterns)
    ]
    assert not found, f"{what}:\n{places(found)}"


def test_no_file_holds_a_secret() -> None:
    found = [(path, number, "a secret") for path, number, line in _lines() if SECRETS.search(line)]
    assert not found, places(found)


def test_no_third_party_or_compiled_file_is_kept() -> None:
    foreign = [
        name_of(path)
        for path in tracked_files()
        if path.suffix in FOREIGN_SUFFIXES or ".min." in path.name or "vendor" in path.parts
    ]
    assert not foreign


def test_no_file_is_larger_than_a_megabyte() -> None:
    assert not [name_of(path) for path in tracked_files() if path.stat().st_size > 1_000_000]


def test_every_text_file_ends_with_a_newline() -> None:
    unended = [
        name_of(path)
        for path in tracked_files()
        if "cases" not in path.parts and (text := text_of(path)) and not text.endswith("\n")
    ]
    assert not unended


def _lines() -> list[tuple[Path, int, str]]:
    return [
        (path, number, line)
        for path in tracked_files()
        if path != THIS_FILE and path.name != "LICENSE"
        for number, line in enumerate((text_of(path) or "").splitlines(), start=1)
    ]
