"""A closed round as lines of a table."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plumbline.office.maturity.models import Result
from plumbline.office.maturity.queries import result_parts


def lines_of(result: Result) -> Iterator[list[Any]]:
    """An attribute a line; nobody is named, and what fewer than three said is not told apart."""
    yield [
        "Perspective", "Level reached", "Level of the attribute", "Attribute", "Agreed", "How", "Reason",
        "Said met", "Said partly", "Said not met", "Agreement %", "Evidence", "Evidence suggests",
    ]  # fmt: skip
    for part in result_parts(result):
        for line in part.lines:
            spread = line.spread
            agreement = spread.agreement if spread else None
            yield [
                part.perspective.title,
                part.level,
                line.attribute.level,
                line.attribute.text,
                line.word,
                "" if not line.value else "consensus" if line.is_consensus else "majority",
                line.reason,
                *((spread.met, spread.partly, spread.not_met) if spread else (None, None, None)),
                round(100 * agreement) if agreement is not None else None,
                line.evidence,
                line.suggested_word,
            ]
