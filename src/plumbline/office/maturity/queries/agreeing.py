"""What the lead sees of one perspective: how far the assessors are apart, and what they wrote. Nobody is named."""

from __future__ import annotations

from dataclasses import dataclass, field

from plumbline.engine.maturity import Answer, Attribute, Perspective, Spread, agreed, majority, spread
from plumbline.office.maturity.models import Consensus, Evidence, Judgement, Round
from plumbline.office.maturity.queries.spread import shown


@dataclass(frozen=True, slots=True)
class Disputed:
    """One attribute with all that was said of it."""

    attribute: Attribute
    given: list[Answer]
    evidence: Evidence | None
    consensus: Consensus | None
    remarks: list[Judgement] = field(default_factory=list)

    @property
    def spread(self) -> Spread | None:
        return shown(spread(self.given))

    @property
    def majority(self) -> str:
        """Empty where it would tell what one or two said."""
        found = majority(self.given) if self.spread else None
        return found.value if found else ""

    @property
    def agreed(self) -> str:
        found = agreed(self.given, Answer(self.consensus.value) if self.consensus else None)
        return found.value if found else ""


def agreeing_page(found: Round, perspective: Perspective) -> list[Disputed]:
    """Three queries. Remarks are in the order of their text, so that one cannot tell whose follow each other."""
    keys = [each.key for each in perspective.attributes]
    said: dict[str, list[Judgement]] = {each: [] for each in keys}
    for judgement in Judgement.objects.filter(assessor__round=found, attribute__in=keys).order_by("comment", "link"):
        said[judgement.attribute].append(judgement)
    evidence = {each.probe: each for each in Evidence.objects.filter(round=found)}
    consensus = {each.attribute: each for each in Consensus.objects.filter(round=found).select_related("by")}
    return [
        Disputed(
            attribute=each,
            given=[Answer(one.value) for one in said[each.key] if one.value],
            evidence=evidence.get(each.evidence),
            consensus=consensus.get(each.key),
            remarks=[one for one in said[each.key] if one.comment or one.link],
        )
        for each in perspective.attributes
    ]
