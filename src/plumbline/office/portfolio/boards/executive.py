"""The board's page: what one screen has to tell those who only have a minute."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from django.db.models import Count, F, Q, Sum

from plumbline.office.assurance.models import CurrentStatus, Status
from plumbline.office.people.models import Person
from plumbline.office.people.queries import people_in
from plumbline.office.people.roles import Role
from plumbline.office.portfolio.boards.changes import Change, all_changes
from plumbline.office.portfolio.boards.decisions import Debt, Waiting, added, dearest, debts, waiting_decisions
from plumbline.office.portfolio.boards.heat_map import Place, tallies_of
from plumbline.office.portfolio.boards.scope import Scope
from plumbline.office.portfolio.queries import Tally
from plumbline.office.projects.models import Portfolio, Programme, Project
from plumbline.office.status.models import ReportedBeside
from plumbline.office.strategy import queries as strategy

MOST_NAMED = 5
MOST_PLACES = 8


@dataclass(frozen=True, slots=True)
class PlaceHealth:
    """A programme, or a portfolio's projects outside programmes; how many dimensions got better and worse."""

    name: str
    programme: int | None
    tally: Tally
    better: int
    worse: int

    @property
    def trend(self) -> str:
        return "worse" if self.worse > self.better else "better" if self.better > self.worse else "same"


@dataclass(frozen=True, slots=True)
class Money:
    """Of the last report of each project that names it; the budget of a project stands in where no report does."""

    budget: Decimal
    spent: Decimal
    forecast: Decimal
    benefits: Decimal
    reporting: int

    @property
    def over(self) -> Decimal:
        return self.forecast - self.budget


@dataclass(frozen=True, slots=True)
class Watermelon:
    project: Project
    dimensions: list[ReportedBeside]


@dataclass(frozen=True, slots=True)
class BoardPage:
    """``mine``: the decisions are those of whoever looks; else those of all executives."""

    tally: Tally
    objectives: list[strategy.Node]
    places: list[PlaceHealth]
    more_places: int
    watermelons: list[Watermelon]
    watermelon_count: int
    mine: bool
    decisions: list[Waiting]
    debt: Debt
    money: Money
    moved: dict[str, int]
    news: list[Change]
    aligned: strategy.Share


def board_page(scope: Scope, person: Person, since: datetime) -> BoardPage:
    tallies = tallies_of(scope)
    places = _places(scope, tallies, since)
    only_they = waiting_decisions(scope).filter(decider__in=people_in(scope.organisation, Role.EXECUTIVE))
    mine = dearest(only_they.filter(decider=person), scope.today, MOST_NAMED)
    news = all_changes(scope, since)
    return BoardPage(
        tally=Tally(sum((each.counts for each in tallies.values()), Counter())),
        objectives=[each for each in strategy.objectives_tree(scope.organisation) if each.depth == 0],
        places=places[:MOST_PLACES],
        more_places=max(len(places) - MOST_PLACES, 0),
        watermelons=_watermelons(scope),
        watermelon_count=scope.watermelons().count(),
        mine=bool(mine),
        decisions=mine or dearest(only_they, scope.today, MOST_NAMED),
        debt=added(debts(only_they, scope.today)),
        money=_money(scope),
        moved=_moved(news),
        news=_worst(news),
        aligned=strategy.aligned_share(scope.organisation),
    )


def _places(scope: Scope, tallies: dict[Place, Tally], since: datetime) -> list[PlaceHealth]:
    """Worst first, with what moved since then."""
    names = _names(tallies)
    moved: dict[Place, Counter[str]] = defaultdict(Counter)
    changed = CurrentStatus.objects.filter(since__gte=since, **scope.of_projects("project__")).exclude(previous="")
    for portfolio, programme, status, previous, number in (
        changed.order_by()
        .values_list("project__portfolio_id", "project__programme_id", "status", "previous")
        .annotate(number=Count("pk"))
    ):
        moved[portfolio, programme][CurrentStatus(status=status, previous=previous).trend] += number
    found = [
        PlaceHealth(names[place], place[1], tally, moved[place]["better"], moved[place]["worse"])
        for place, tally in tallies.items()
    ]
    return sorted(found, key=lambda each: (-each.tally.counts[Status.RED], -each.tally.counts[Status.AMBER], each.name))


def _names(tallies: dict[Place, Tally]) -> dict[Place, str]:
    portfolios = Portfolio.objects.in_bulk({portfolio for portfolio, _ in tallies})
    programmes = Programme.objects.in_bulk({programme for _, programme in tallies if programme})
    return {
        (portfolio, programme): programmes[programme].name if programme else portfolios[portfolio].name
        for portfolio, programme in tallies
    }


def _watermelons(scope: Scope) -> list[Watermelon]:
    """The dearest first."""
    found = scope.watermelons().select_related("manager")
    named = list(found.order_by(F("budget").desc(nulls_last=True), "code")[:MOST_NAMED])
    beside: dict[int, list[ReportedBeside]] = defaultdict(list)
    for each in ReportedBeside.objects.filter(project__in=named).order_by("id"):
        if "watermelon" in each.flags:
            beside[each.project_id].append(each)
    return [Watermelon(each, beside[each.pk]) for each in named]


def _money(scope: Scope) -> Money:
    report = "reporting__report__"
    sums = scope.projects().aggregate(
        reported_budget=Sum(f"{report}budget"),
        other_budget=Sum("budget", filter=Q(**{f"{report}budget": None})),
        spent=Sum(f"{report}spent"),
        forecast_cost=Sum(f"{report}forecast_cost"),
        unforecast=Sum(f"{report}budget", filter=Q(**{f"{report}forecast_cost": None})),
        unreported=Sum("budget", filter=Q(**{f"{report}forecast_cost": None, f"{report}budget": None})),
        benefits=Sum(f"{report}benefits"),
        reporting=Count("pk", filter=~Q(reporting__report=None)),
    )
    known = {name: value or Decimal(0) for name, value in sums.items()}
    return Money(
        budget=known["reported_budget"] + known["other_budget"],
        spent=known["spent"],
        forecast=known["forecast_cost"] + known["unforecast"] + known["unreported"],
        benefits=known["benefits"],
        reporting=int(known["reporting"]),
    )


def _moved(news: list[Change]) -> dict[str, int]:
    counts = Counter(each.kind for each in news)
    return {kind: number for kind, number in counts.items() if number}


def _worst(news: list[Change]) -> list[Change]:
    """What got worse, the latest first; then the rest."""
    latest = sorted(news, key=lambda each: each.at, reverse=True)
    return sorted(latest, key=lambda each: each.direction != "worse")[:MOST_NAMED]
