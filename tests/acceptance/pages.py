"""What a person reads on a page."""

from __future__ import annotations

import html
import re

from django.http import HttpResponse


def words_of(page: HttpResponse) -> str:
    """The text of the page's main part, in one line."""
    source = page.content.decode()
    main = re.search(r"<main.*</main>", source, re.DOTALL)
    return _words(main.group() if main else source)


def rows_of(page: HttpResponse) -> dict[str, str]:
    """The rows of its tables that lead to something, by the words of their link."""
    rows = re.findall(r"<tr>(?:(?!</tr>).)*row-link.*?</tr>", page.content.decode(), re.DOTALL)
    return {_words(re.search(r"<a class=\"row-link\".*?</a>", row, re.DOTALL).group()): _words(row) for row in rows}  # type: ignore[union-attr]


def _words(source: str) -> str:
    return " ".join(html.unescape(re.sub(r"<[^>]*>", " ", source)).split())
