"""The tabs of everything under Portfolio: a row of groups, and below it the pages of the group that one is in."""

from dataclasses import dataclass, field
from typing import Any

from django.template import Context
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from plumbline.web.components.library import register
from plumbline.web.components.page import organisation_of, tab, tabs, url_or_none


@dataclass(frozen=True)
class Entry:
    """``name`` is what a page says it lies under; of two entries of one name, the first that is open to somebody."""

    name: str
    title: str
    route: str
    needed: str = ""
    given: dict[str, str] = field(default_factory=dict)


GROUPS: dict[str, tuple[Entry, ...]] = {
    "Overview": (Entry("overview", "Overview", "portfolio:overview"),),
    "Board view": (Entry("board view", "Board view", "portfolio:executive", "see_executive_page"),),
    "Heat map": (Entry("heat map", "Heat map", "portfolio:heat_map"),),
    "Timeline": (Entry("timeline", "Timeline", "portfolio:timeline"),),
    "Changes": (Entry("changes", "Changes", "portfolio:changes"),),
    "Decisions": (
        Entry("decisions", "Waiting decisions", "portfolio:decisions", "see_registers"),
        Entry("roadblocks", "Roadblocks", "portfolio:roadblocks", "see_registers"),
        Entry("registers", "Registers", "registers:all", "see_registers", {"kind": "risk"}),
    ),
    "Reports": (
        Entry("status desk", "Status desk", "status:desk", "see_status_desk"),
        Entry("divergence", "Divergence", "status:divergence", "see_divergence"),
        Entry("packs", "Packs", "reporting:list", "see_packs"),
    ),
    "Strategy": (
        Entry("strategy", "Objectives", "strategy:objectives", "see_strategy"),
        Entry("scenarios", "Scenarios", "choosing:list", "see_scenarios"),
        Entry("scenarios", "Plan of record", "choosing:records", "see_plan_of_record"),
        Entry("products", "Products", "products:overview", "see_products"),
        Entry("benefits", "Benefits", "benefits:register", "see_benefits"),
    ),
    "Forecasts": (
        Entry("value", "Earned value", "earned_value:overview", "see_value"),
        Entry("reference classes", "Reference classes", "forecasts:classes", "see_forecasts"),
    ),
    "Capacity": (Entry("capacity", "Capacity", "capacity:map", "see_capacity"),),
    "Trends": (
        Entry("trends", "By year", "portfolio_imports:trends"),
        Entry("imports", "Imports", "portfolio_imports:list", "import_portfolio"),
    ),
}


@register.simple_tag(takes_context=True)
def portfolio_tabs(context: Context, current: str = "") -> SafeString:
    """``current`` is the name of the entry that the page is, or lies under."""
    shown = {group: _open(context, entries) for group, entries in GROUPS.items()}
    first = [
        (group, next(iter(entries.values()))[1], current in entries) for group, entries in shown.items() if entries
    ]
    below = next(((group, entries) for group, entries in shown.items() if current in entries), None)
    rows = [("Portfolio", "", _links(context, first))]
    if below and len(GROUPS[below[0]]) > 1:
        inner = [(title, url, name == current) for name, (title, url) in below[1].items()]
        rows.append((below[0], "inner", _links(context, inner)))
    return format_html_join("", "{}", ((tabs(links, label, kind),) for label, kind, links in rows))


def _open(context: Context, entries: tuple[Entry, ...]) -> dict[str, tuple[str, str]]:
    """By name: the title and address of what exists and may be seen."""
    allowed: Any = context.get("allowed")
    found: dict[str, tuple[str, str]] = {}
    for each in entries:
        if each.name in found or (each.needed and not (allowed is not None and allowed[each.needed])):
            continue
        url = url_or_none(each.route, organisation=organisation_of(context).slug, **each.given)
        if url:
            found[each.name] = (each.title, url)
    return found


def _links(context: Context, of: list[tuple[str, str, bool]]) -> SafeString:
    return format_html_join("", "{}", ((tab(context, title, url, current=current),) for title, url, current in of))
