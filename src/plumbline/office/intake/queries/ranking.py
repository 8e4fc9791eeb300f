"""All requests in scoring, ranked by one standard's criteria: scores of different criteria are never compared."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from plumbline.engine.scoring import Measure, RankRange, rank_ranges
from plumbline.engine.standard.intake import Target
from plumbline.office.intake.models import ProjectRequest, ScoreSheet, State
from plumbline.office.intake.queries.scores import measures
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards import queries as standards
from plumbline.office.standards.models import StandardVersion


@dataclass(frozen=True, slots=True)
class Ranked:
    """``spread`` is the widest disagreement on one criterion, in percent of its scale."""

    request: ProjectRequest
    rank: RankRange | None
    spread: float
    knocked_out: tuple[str, ...]
    recommended: bool

    @property
    def middle(self) -> float:
        return ((self.request.score_low or 0) + (self.request.score_high or 0)) / 2


@dataclass(frozen=True, slots=True)
class Ranking:
    """``hidden`` are those that the reader has yet to score: nobody sees the scores of others before."""

    version: StandardVersion | None
    versions: list[StandardVersion]
    target: Target | None
    rows: list[Ranked]
    hidden: int = 0

    def lines(self) -> Iterator[list[Any]]:
        """As a table for a file."""
        yield [
            "Rank",
            "Best",
            "Worst",
            "Request",
            "Asked for by",
            "Lowest",
            "Highest",
            "Spread %",
            "Budget",
            "Left out",
        ]
        for each in self.rows:
            asked, rank = each.request, each.rank
            ranks = [rank.rank, rank.best, rank.worst] if rank else [None, None, None]
            low, high = round(asked.score_low or 0, 1), round(asked.score_high or 0, 1)
            budget = float(asked.budget) if asked.budget is not None else None
            out = ", ".join(each.knocked_out)
            yield [*ranks, asked.title, asked.author.name, low, high, round(each.spread), budget, out]


_KEYS: dict[str, Callable[[Ranked], Any]] = {
    "rank": lambda each: (each.rank is None, each.rank.rank if each.rank else 0, each.request.title),
    "title": lambda each: each.request.title.lower(),
    "score": lambda each: each.middle,
    "spread": lambda each: each.spread,
    "budget": lambda each: each.request.budget or 0,
}


def ranking(organisation: Organisation, reader: Person, chosen: str = "", sort: str = "") -> Ranking:
    """By the standard version ``chosen``, else the latest by which something was scored; in order of ``sort``."""
    scored = ProjectRequest.objects.filter(organisation=organisation, state=State.SCORING, score_low__isnull=False)
    ids = set(scored.values_list("standard_version_id", flat=True))
    versions = [each for each in standards.versions(organisation) if each.pk in ids]
    if not versions:
        return Ranking(None, [], None, [])
    version = next((each for each in versions if str(each.pk) == chosen), versions[0])
    standard = standards.standard_of(version)
    found = list(scored.filter(standard_version=version).select_related("author"))
    by = measures(standard.criteria)
    points = {each.pk: {name: means[0] for name, means in each.averages.items()} for each in found}
    out = {
        pk: tuple(
            standard.criteria[name].title for name, each in by.items() if name in of and of[name] < (each.least or 0)
        )
        for pk, of in points.items()
    }
    ranks = rank_ranges(by, {str(pk): of for pk, of in points.items() if not out[pk]})
    go_at = standard.target.go_at if standard.target else None
    rows = [_ranked(each, by, ranks.get(str(each.pk)), out[each.pk], go_at) for each in found]
    key = _KEYS.get(sort.removeprefix("-"), _KEYS["rank"])
    open_to_them = _open_to(reader, found)
    shown = [each for each in rows if each.request.pk in open_to_them]
    return Ranking(
        version, versions, standard.target, sorted(shown, key=key, reverse=sort.startswith("-")), len(rows) - len(shown)
    )


def _ranked(
    asked: ProjectRequest,
    by: dict[str, Measure],
    rank: RankRange | None,
    knocked_out: tuple[str, ...],
    go_at: float | None,
) -> Ranked:
    gaps = [100 * (by[name].share(most) - by[name].share(least)) for name, (_, least, most) in asked.averages.items()]
    recommended = go_at is not None and not knocked_out and (asked.score_low or 0) >= go_at
    return Ranked(asked, rank, max(gaps, default=0), knocked_out, recommended)


def _open_to(reader: Person, found: list[ProjectRequest]) -> set[int]:
    given = ScoreSheet.objects.filter(scorer=reader, request__in=[each.pk for each in found])
    return {*given.values_list("request_id", flat=True), *(each.pk for each in found if each.author_id == reader.pk)}
