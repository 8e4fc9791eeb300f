"""Markdown that people write, as HTML that may be shown: no raw HTML, no scripts, no foreign pictures."""

from __future__ import annotations

from functools import lru_cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt

_TEXT = {"a", "blockquote", "br", "code", "em", "h2", "h3", "h4", "hr", "li", "ol", "p", "pre", "strong", "ul"}
_TABLE = {"table", "tbody", "td", "th", "thead", "tr"}
_reader = MarkdownIt("commonmark", {"html": False}).enable("table")


@lru_cache(maxsize=256)
def as_html(markdown: str) -> SafeString:
    """Headings move down by one, so that the page keeps its only ``h1``."""
    lowered = "\n".join(f"#{line}" if line.startswith("#") else line for line in markdown.splitlines())
    return mark_safe(
        nh3.clean(
            _reader.render(lowered),
            tags=_TEXT | _TABLE,
            attributes={"a": {"href"}},
            url_schemes={"http", "https", "mailto"},
            link_rel="noopener noreferrer",
        )
    )
