"""Candidates of a scenario, and a plan of record, as lines of a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Any

from plumbline.office.choosing.models import Approval
from plumbline.office.choosing.queries import Ranked, ScenarioPage


def candidate_lines(page: ScenarioPage) -> Iterator[list[Any]]:
    yield [
        "Rank", "Candidate", "Must be in", "Above the cut line", "Chosen", "Start", "Value", "Cost", "Cost so far",
        "Bucket", "Risk", "Score", "WSJF", "Needs", "Excludes", "Reason",
    ]  # fmt: skip
    for each in page.rows:
        yield _line(each)


def _line(each: Ranked) -> list[Any]:
    candidate = each.candidate
    return [
        candidate.rank,
        candidate.name,
        _yes(candidate.must),
        _yes(each.is_above),
        _yes(each.is_chosen),
        each.start_name,
        float(each.worth),
        float(candidate.all_cost),
        float(each.cost_so_far),
        candidate.bucket,
        candidate.risk,
        each.scored.score,
        each.scored.wsjf,
        ", ".join(each.needs),
        ", ".join(each.excludes),
        each.why,
    ]


def record_lines(approval: Approval) -> Iterator[list[Any]]:
    content = approval.content
    yield ["Rank", "Candidate", "In", "Must be in", "Start", "Value", "Cost", "Bucket", "Reason"]
    for row in content["rows"]:
        yield [
            row["rank"],
            row["name"],
            _yes(row["in"]),
            _yes(row["must"]),
            _period(content["periods"], row["start"]),
            float(row["value"]),
            float(sum(map(Decimal, row["cost"]))),
            row["bucket"],
            row["why"],
        ]


def _period(periods: Sequence[str], number: int | None) -> str:
    return periods[number - 1] if number and number <= len(periods) else ""


def _yes(given: bool) -> str:
    return "yes" if given else "no"
