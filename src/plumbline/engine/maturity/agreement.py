"""Several people, one answer: what they agree on, and how far they are apart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from plumbline.engine.maturity.answers import Answer


@dataclass(frozen=True, slots=True)
class Spread:
    """How many gave which answer. Who did not answer is not among them."""

    met: int
    partly: int
    not_met: int

    @property
    def answers(self) -> int:
        return self.met + self.partly + self.not_met

    @property
    def agreement(self) -> float | None:
        """The share that gave the most frequent answer, from 1/3 to 1; ``None`` below two answers."""
        if self.answers < 2:
            return None
        return max(self.met, self.partly, self.not_met) / self.answers

    @property
    def apart(self) -> int:
        """Steps between the highest and the lowest answer: 0, 1 or 2."""
        given = [place for place, count in enumerate((self.not_met, self.partly, self.met)) if count]
        return given[-1] - given[0] if given else 0


def spread(answers: Iterable[Answer | None]) -> Spread:
    """Counts what was answered."""
    counts = Counter(each for each in answers if each is not None)
    return Spread(counts[Answer.MET], counts[Answer.PARTLY], counts[Answer.NOT_MET])


def majority(answers: Iterable[Answer | None]) -> Answer | None:
    """The highest answer that more than half of those who answered gave or exceeded; ``None`` if nobody answered.

    So a tie goes to the lower, two extremes do not outvote a middle, and no raised answer ever lowers the result.
    """
    given: Sequence[Answer] = sorted((each for each in answers if each is not None), key=lambda each: each.rank)
    return given[(len(given) - 1) // 2] if given else None


def agreed(answers: Iterable[Answer | None], consensus: Answer | None = None) -> Answer | None:
    """What was agreed on together where somebody has set it, else the majority."""
    return consensus if consensus is not None else majority(answers)
