"""The criteria that count now, and what candidates are worth by them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plumbline.engine.scoring import ACCEPTED, Job, Measure, RankRange, order_jobs, pairwise_weights, rank_ranges, score
from plumbline.office.choosing.models import MOST_POINTS, Candidate, Weighting
from plumbline.office.people.models import Organisation


def weighting_of(organisation: Organisation) -> Weighting | None:
    return Weighting.objects.filter(organisation=organisation).select_related("by").first()


def measures(weighting: Weighting | None) -> dict[str, Measure]:
    criteria = weighting.criteria if weighting else []
    return {each["key"]: Measure(each["weight"], 0, MOST_POINTS) for each in criteria}


@dataclass(frozen=True, slots=True)
class Worth:
    """``score`` is from 0 to 100, and a range while points are missing; ``wsjf`` and its rank where it was judged."""

    low: float | None
    high: float | None
    rank: RankRange | None
    wsjf: float | None
    wsjf_rank: int | None

    @property
    def score(self) -> float | None:
        return None if self.low is None or self.high is None else (self.low + self.high) / 2


def worths(weighting: Weighting | None, candidates: Iterable[Candidate]) -> dict[str, Worth]:
    """By name of candidate. Only those with any points are ranked."""
    by = measures(weighting)
    points = {each.name: _points(each, by) for each in candidates}
    given = {name: of for name, of in points.items() if of}
    ranks = rank_ranges(by, given) if by and given else {}
    jobs = {each.name: Job(*each.job) for each in candidates if each.job}
    order = order_jobs(jobs).ranks
    found = {}
    for name, of in points.items():
        whole = score(by, of) if by and of else None
        job = jobs.get(name)
        found[name] = Worth(
            whole.low if whole else None,
            whole.high if whole else None,
            ranks.get(name),
            job.wsjf if job else None,
            order.get(name),
        )
    return found


def without_a_one(candidates: Iterable[Candidate]) -> list[str]:
    """Columns of WSJF in which no candidate has a 1, though the scale begins with the smallest."""
    bare = order_jobs({each.name: Job(*each.job) for each in candidates if each.job}).without_a_one
    return [each.replace("_", " ") for each in bare]


def _points(candidate: Candidate, by: Mapping[str, Measure]) -> dict[str, float]:
    return {key: float(given) for key, given in candidate.points.items() if key in by}


@dataclass(frozen=True, slots=True)
class Consistency:
    """Whether comparisons two by two go together; ``doubt`` is the one to talk about first, by titles."""

    ratio: float
    accepted: float
    is_consistent: bool
    doubt: str


def consistency_of(weighting: Weighting | None) -> Consistency | None:
    """Nothing for weights that were given directly."""
    if weighting is None or weighting.ratio is None:
        return None
    titles = {each["key"]: each["title"] for each in weighting.criteria}
    judged = {(first, second): how for first, second, how in weighting.judgements}
    found = pairwise_weights(list(titles), judged)
    doubt = found.doubt
    words = (
        f"{titles[doubt.first]} beside {titles[doubt.second]}: you said {doubt.given:.2g} times, the others say "
        f"{doubt.implied:.2g} times"
        if doubt
        else ""
    )
    return Consistency(found.ratio, ACCEPTED, found.is_consistent, words)
