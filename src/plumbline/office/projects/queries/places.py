"""Portfolios with their programmes, as those who keep the tree see it."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field

from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Portfolio, Programme, Project


@dataclass(slots=True)
class ProgrammePlace:
    """``projects`` counts those that go on."""

    programme: Programme
    projects: int


@dataclass(slots=True)
class PortfolioPlace:
    """``projects`` counts all of the portfolio, ``direct`` those of no programme; both only what goes on."""

    portfolio: Portfolio
    projects: int
    direct: int
    programmes: list[ProgrammePlace] = field(default_factory=list)
    archived: list[Programme] = field(default_factory=list)


def places(organisation: Organisation) -> tuple[list[PortfolioPlace], list[Portfolio]]:
    """Portfolios that go on, and those that are archived; three queries however many there are."""
    by_place: Counter[tuple[int, int | None]] = Counter(
        Project.objects.filter(organisation=organisation, archived_at=None)
        .order_by()
        .values_list("portfolio_id", "programme_id")
    )
    by_portfolio: Counter[int] = Counter()
    for (portfolio_id, _), number in by_place.items():
        by_portfolio[portfolio_id] += number
    programmes: dict[int, list[Programme]] = defaultdict(list)
    for programme in Programme.objects.filter(organisation=organisation):
        programmes[programme.portfolio_id].append(programme)
    going_on, archived = [], []
    for portfolio in Portfolio.objects.filter(organisation=organisation):
        if portfolio.archived_at:
            archived.append(portfolio)
            continue
        place = PortfolioPlace(portfolio, by_portfolio[portfolio.pk], by_place[portfolio.pk, None])
        for each in programmes[portfolio.pk]:
            if each.archived_at:
                place.archived.append(each)
            else:
                place.programmes.append(ProgrammePlace(each, by_place[portfolio.pk, each.pk]))
        going_on.append(place)
    return going_on, archived
