"""Templates obey the content security policy before a browser has to say so."""

from __future__ import annotations

import re

import pytest

from project.tracked import files_with, places

FORBIDDEN = {
    "a style attribute": r"<[^>]*\sstyle\s*=",
    "a style element": r"<style[\s>]",
    "an inline script": r"<script(?![^>]*\ssrc\s*=)(?![^>]*type=\"application/(?:ld\+)?json\")[^>]*>",
    "an event attribute": r"<[a-z][^>]*\son[a-z]+\s*=",
    "an htmx attribute that needs eval": r"hx-on[:-]|hx-vals\s*=\s*[\"']js:|hx-vars",
    "a link that is a script": r"(?i)=\s*[\"']\s*javascript:",
    "something from another host": r"(?:src|href)\s*=\s*[\"'](?:https?:)?//",
    "text marked safe": r"\|\s*safe\b|{%\s*autoescape\s+off",
}
TEMPLATES = files_with(".html", ".svg", under=("src/",))


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_template_holds(what: str) -> None:
    pattern = re.compile(FORBIDDEN[what])
    found = []
    for path in TEMPLATES:
        text = path.read_text()
        found += [(path, text.count("\n", 0, hit.start()) + 1, hit.group()[:100]) for hit in pattern.finditer(text)]
    assert not found, places(found)
