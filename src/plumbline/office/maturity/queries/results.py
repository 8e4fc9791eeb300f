"""What came of closed rounds."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.maturity import Attribute, Perspective, Spread
from plumbline.office.maturity.models import Result, Value
from plumbline.office.maturity.queries.spread import shown
from plumbline.office.people.models import Organisation


@dataclass(frozen=True, slots=True)
class Line:
    """One attribute as it was agreed on; without ``spread`` where too few answered to show it."""

    attribute: Attribute
    value: str
    is_consensus: bool
    reason: str
    spread: Spread | None
    evidence: str
    suggests: str

    @property
    def word(self) -> str:
        return Value(self.value).label if self.value else "Not answered"

    @property
    def suggested_word(self) -> str:
        return Value(self.suggests).label if self.suggests else ""


@dataclass(frozen=True, slots=True)
class Part:
    """One perspective of a result; ``agreement`` is the mean share that gave the most frequent answer."""

    perspective: Perspective
    level: int
    lines: list[Line]

    @property
    def agreement(self) -> int | None:
        shares = [each.spread.agreement for each in self.lines if each.spread]
        known = [each for each in shares if each is not None]
        return round(100 * sum(known) / len(known)) if known else None

    @property
    def apart(self) -> int:
        """On how many attributes somebody said met and somebody not met."""
        return sum(each.spread.apart == 2 for each in self.lines if each.spread)


def latest_result(organisation: Organisation) -> Result | None:
    return (
        Result.objects.filter(round__organisation=organisation)
        .select_related("round__organisation", "round__lead")
        .first()
    )


def result_parts(result: Result) -> list[Part]:
    """No query: all of it is in the result."""
    return [
        Part(each, result.levels[each.key], [_line(attribute, result) for attribute in each.attributes])
        for each in result.round.model.perspectives
    ]


def _line(attribute: Attribute, result: Result) -> Line:
    kept = result.attributes[attribute.key]
    return Line(
        attribute=attribute,
        value=kept["value"],
        is_consensus=kept["consensus"],
        reason=kept["reason"],
        spread=shown(Spread(kept["met"], kept["partly"], kept["not_met"])),
        evidence=kept["evidence"],
        suggests=kept["suggests"],
    )
