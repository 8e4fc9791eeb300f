"""Under Portfolio, pages that belong together share a tab; only what a person may see is there, and leads somewhere."""

from __future__ import annotations

from typing import Any

import pytest
from django.template import Context

from plumbline.web.components.page import url_or_none
from plumbline.web.components.portfolio_tabs import GROUPS, portfolio_tabs


class Everything(dict[str, bool]):
    def __missing__(self, permission: str) -> bool:
        return True


class Nothing(dict[str, bool]):
    def __missing__(self, permission: str) -> bool:
        return False


class Organisation:
    slug = "quay"


def shown(current: str, allowed: Any) -> list[list[str]]:
    """The rows, each as the words of its links; the current one in brackets."""
    drawn = portfolio_tabs(Context({"organisation": Organisation(), "allowed": allowed}), current)
    rows = []
    for row in str(drawn).split("</nav>")[:-1]:
        links = row.split("<a ")[1:]
        words = [(link.partition(">")[2].partition("<")[0], "aria-current" in link) for link in links]
        rows.append([f"[{word}]" if is_current else word for word, is_current in words])
    return rows


def test_a_page_of_a_group_shows_its_group_and_its_neighbours() -> None:
    top, inner = shown("roadblocks", Everything())
    assert top[-6:] == ["[Decisions]", "Reports", "Strategy", "Forecasts", "Capacity", "Trends"]
    assert inner == ["Waiting decisions", "[Roadblocks]", "Registers"]


def test_a_page_that_stands_alone_has_one_row() -> None:
    (top,) = shown("heat map", Everything())
    assert "[Heat map]" in top


def test_what_somebody_may_not_see_is_not_there() -> None:
    (top,) = shown("overview", Nothing())
    assert top == ["[Overview]", "Heat map", "Timeline", "Changes", "Trends"]


def test_whoever_may_only_read_the_plan_of_record_finds_it_where_scenarios_are() -> None:
    allowed = Nothing(see_plan_of_record=True)
    assert shown("scenarios", allowed)[1] == ["[Plan of record]"]


@pytest.mark.parametrize("entry", [each for group in GROUPS.values() for each in group], ids=lambda each: each.route)
def test_every_entry_leads_to_a_page_there_is(entry: Any) -> None:
    assert url_or_none(entry.route, organisation="quay", **entry.given)
