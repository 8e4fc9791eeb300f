"""Whatever somebody writes into a page of a standard is shown soon, as text, or refused."""

from __future__ import annotations

import re
from time import process_time

import pytest

from engine.standard.small_standard import small_standard
from plumbline.engine.standard import InvalidStandard, load_standard
from plumbline.engine.standard.layers import MAX_PAGE_BYTES
from plumbline.office.foundation.prose import as_html

SECONDS = 10
HOSTILE = {
    "brackets": "[",
    "emphasis in emphasis": "**a_",
    "definitions": "[a]: b\n",
    "entities": "&",
    "angles": "<a:",
    "quotes in quotes": "> ",
    "lists in lists": "- ",
    "pictures": "![[]()",
    "a wide table": "|a",
}


@pytest.mark.parametrize("name", HOSTILE)
def test_the_longest_hostile_page_is_shown_soon(name: str) -> None:
    piece = HOSTILE[name]
    begun = process_time()
    as_html.__wrapped__(piece * (MAX_PAGE_BYTES // len(piece)))
    assert process_time() - begun < SECONDS


@pytest.mark.parametrize(
    "page",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "[a](javascript:alert(1))",
        "![a](http://elsewhere/x.png)",
        '<a href="x" style="position:fixed">',
        "<iframe src=http://elsewhere>",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
    ],
)
def test_nothing_in_a_page_can_act(page: str) -> None:
    tags = re.findall(r"<[^>]+>", as_html(page))
    assert tags
    assert all(re.fullmatch(r'</?(p|a rel="noopener noreferrer"|a)>', each) for each in tags), tags


def test_a_longer_page_is_refused() -> None:
    files = small_standard() | {"guidance/missing_logic.md": b"a" * (MAX_PAGE_BYTES + 1)}
    with pytest.raises(InvalidStandard, match="65,537 bytes; 65,536 are allowed"):
        load_standard(files)
