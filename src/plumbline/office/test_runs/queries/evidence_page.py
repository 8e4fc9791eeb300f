"""All that speaks for or against one criterion."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plumbline.office.acceptance.models import Criterion
from plumbline.office.acceptance.queries import present_text
from plumbline.office.test_runs.models import CriterionTest, ManualEvidence
from plumbline.office.test_runs.queries.evidence import StandingOf, belief_of, standing_of
from plumbline.office.test_runs.queries.manual import manual_evidence_of

TESTS_SHOWN = 100


@dataclass(frozen=True, slots=True)
class EvidencePage:
    """``days`` is how long evidence is believed, ``text_number`` that of the present text.

    ``given`` is what people saw, the newest first.
    """

    of: StandingOf
    days: int
    text_number: int
    given: Sequence[ManualEvidence]
    tests: Sequence[CriterionTest]

    @property
    def counts(self) -> ManualEvidence | None:
        """What a person saw, where the criterion stands by that."""
        return self.of.evidence.manual if self.of.evidence else None


def evidence_page(criterion: Criterion) -> EvidencePage:
    """A fixed number of queries."""
    belief = belief_of(criterion.project)
    tests = CriterionTest.objects.filter(criterion=criterion).select_related("case__latest").order_by("case__name")
    return EvidencePage(
        of=standing_of(criterion, belief),
        days=belief.days,
        text_number=present_text(criterion).number,
        given=manual_evidence_of(criterion),
        tests=list(tests[:TESTS_SHOWN]),
    )
