"""The frame of a page: header, crumbs, tabs, navigation that only shows what exists."""

from functools import lru_cache
from typing import Any

from django.conf import settings
from django.template import Context
from django.template.loader import render_to_string
from django.urls import NoReverseMatch, reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

import plumbline
from plumbline.web.components.library import classes, register
from plumbline.web.components.words import own_word

MAIN_NAVIGATION = (
    ("Portfolio", "portfolio:overview", "see_portfolio"),
    ("Projects", "projects:list", "see_projects"),
    ("Requests", "intake:list", "submit_requests"),
    ("Standards", "standards:list", "see_standards"),
    ("People", "people:list", "see_people"),
    ("Office", "mandate:charter", "see_office"),
)
BELONGS_TO = {
    "policies/": "standards/",
    "conformance/": "standards/",
    "audits/": "standards/",
    "waivers/": "standards/",
    "maturity/": "office/",
    "learning/": "people/",
}
"""Pages that lie under an entry and not under its address."""
UNDER_HOME = (
    "portfolio/",
    "status/",
    "strategy/",
    "benefits/",
    "capacity/",
    "reference-classes/",
    "scenarios/",
    "value/",
    "products/",
    "registers/",
    "packs/",
)
"""Pages of the first entry, whose own address is the organisation's."""


@register.simple_block_tag
def page_header(content: str, title: str, eyebrow: str = "", lead: str = "") -> str:
    """The head of every page. Content: `<div class="page-facts">` and `<div class="actions">`, both optional."""
    given = {"title": title, "eyebrow": eyebrow, "lead": lead, "content": mark_safe(content.strip())}
    return render_to_string("components/page_header.html", given)


@register.simple_tag
def crumb(name: str, url: str = "") -> SafeString:
    """One step of the way here, inside `{% block crumbs %}`."""
    if not url:
        return format_html("<li>{}</li>", name)
    return format_html('<li><a href="{}">{}</a></li>', url, name)


@register.simple_block_tag
def tabs(content: str, label: str, kind: str = "") -> str:
    """`kind`: "inner" for a second row, below one of the first."""
    return format_html('<nav class="{}" aria-label="{}">{}</nav>', f"tabs {kind}".strip(), label, mark_safe(content))


@register.simple_tag(takes_context=True)
def tab(context: Context, name: str, url: str, count: int | None = None, current: bool | None = None) -> str:
    """A link among tabs; current when the address is its own, unless `current` says otherwise."""
    is_current = url.partition("?")[0] == _path(context) if current is None else current
    return format_html(
        '<a href="{}"{}>{}{}</a>',
        url,
        mark_safe(' aria-current="page"') if is_current else "",
        name,
        format_html(' <span class="count">{}</span>', count) if count is not None else "",
    )


@register.simple_tag(takes_context=True)
def main_navigation(context: Context) -> list[dict[str, Any]]:
    """The main entries whose pages exist and are open to the person, as `name`, `url`, `current`. Use with `as`."""
    organisation = organisation_of(context)
    if not organisation:
        return []
    allowed = context.get("allowed")
    open_to_them = ((name, route) for name, route, needed in MAIN_NAVIGATION if allowed is None or allowed[needed])
    found = ((name, url_or_none(route, organisation=organisation.slug)) for name, route in open_to_them)
    path = _path(context)
    for place, entry in BELONGS_TO.items():
        path = path.replace(f"/o/{organisation.slug}/{place}", f"/o/{organisation.slug}/{entry}", 1)
    if path.startswith(tuple(f"/o/{organisation.slug}/{each}" for each in UNDER_HOME)):
        path = f"/o/{organisation.slug}/"
    words = context.get("own_words") or {}
    entries = [(own_word(words, name), url) for name, url in found if url]
    home = min((len(url) for _, url in entries), default=0)
    return [
        {"name": name, "url": url, "current": path == url or (len(url) > home and path.startswith(url))}
        for name, url in entries
    ]


@register.simple_tag
def url_if_exists(route: str, **kwargs: object) -> str:
    """The address of a route, or nothing where no such page exists. Use with `as` and `{% if %}`."""
    return url_or_none(route, **kwargs) or ""


@register.simple_tag
def version() -> str:
    return plumbline.__version__


@register.simple_block_tag
def section(content: str, title: str, note: str = "", anchor: str = "", kind: str = "") -> str:
    """A part of a page under its own heading, which hangs on the plumb line."""
    return format_html(
        '<section class="{}"{}><div class="section-head"><h2>{}</h2>{}</div>{}</section>',
        classes("section", kind),
        format_html(' id="{}"', anchor) if anchor else "",
        title,
        format_html("<p>{}</p>", note) if note else "",
        mark_safe(content),
    )


def organisation_of(context: Context) -> Any:
    return context.get("organisation") or getattr(context.get("request"), "organisation", None)


def url_or_none(route: str, **kwargs: object) -> str | None:
    return _address(settings.ROOT_URLCONF, route, tuple(kwargs.items()))


@lru_cache(maxsize=4096)
def _address(urlconf: str, route: str, kwargs: tuple[tuple[str, object], ...]) -> str | None:
    """A page asks for dozens, mostly the same as the page before; looking one up takes a tenth of a millisecond."""
    try:
        return reverse(route, urlconf, kwargs=dict(kwargs) or None)
    except NoReverseMatch:
        return None


def _path(context: Context) -> str:
    return getattr(context.get("request"), "path", "")
