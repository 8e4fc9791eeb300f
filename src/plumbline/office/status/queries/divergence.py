"""Where reports and evidence part now, across the projects of an organisation. What the flags are is kept already."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from django.db.models import Avg, Case, Count, Exists, F, OuterRef, Q, QuerySet, TextField, Value, When
from django.db.models.functions import Abs, Cast

from plumbline.engine.divergence import Flag
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.projects import queries as projects
from plumbline.office.projects.models import Project
from plumbline.office.status.flags import FLAG_WORDS
from plumbline.office.status.models import Contest, GoToGreenPlan, ReportedBeside
from plumbline.office.status.queries.titles import titled

SILENT, EVERYTHING = "silent", "all"
SHOWN = {"": "All that is flagged", **{str(each): words[1] for each, words in FLAG_WORDS.items()}} | {
    SILENT: "Silent projects",
    EVERYTHING: "Everything reported",
}
GROUPS = {"programme": "Programme", "portfolio": "Portfolio", "manager": "Project manager", "project": "Project"}


@dataclass(frozen=True, slots=True)
class Filters:
    """What of it somebody wants to see; empty means everything. ``by`` is what the matrix is grouped by."""

    show: str = ""
    dimension: str = ""
    portfolio: int | None = None
    programme: int | None = None
    manager: int | None = None
    project: int | None = None
    by: str = "programme"

    @classmethod
    def from_address(cls, query: Mapping[str, str]) -> Filters:
        """Reads what it understands and ignores the rest: an old or mistyped link still opens a page."""
        show, by = query.get("show", ""), query.get("by", "")
        return cls(
            show=show if show in SHOWN else "",
            dimension=query.get("dimension", "").replace("\x00", "")[:40],
            by=by if by in GROUPS else "programme",
            **{name: _number(query.get(name, "")) for name in GROUPS},
        )

    @property
    def places(self) -> dict[str, int]:
        """Lookups within a project."""
        keys = {"portfolio": "portfolio", "programme": "programme", "manager": "manager", "project": "pk"}
        return {keys[name]: value for name in keys if (value := getattr(self, name)) is not None}

    @property
    def group_word(self) -> str:
        return GROUPS[self.by]

    @property
    def are_set(self) -> bool:
        return replace(self, by="programme") != Filters()


@dataclass(frozen=True, slots=True)
class FlagCount:
    name: str
    words: str
    meaning: str
    count: int
    projects: int


@dataclass(frozen=True, slots=True)
class Tally:
    """``mean`` is of what has a divergence; ``rate`` is watermelons in percent of what is reported green."""

    flags: list[FlagCount]
    silent: int
    reported: int
    mean: float | None
    rate: float | None


def beside(organisation: Organisation, filters: Filters) -> QuerySet[ReportedBeside]:
    """What was reported last beside today's evidence, of projects that go on and are not silent."""
    found = ReportedBeside.objects.filter(project__organisation=organisation, project__archived_at=None)
    speaking = found.exclude(project__reporting__silent_after__lt=today(organisation))
    within = speaking.filter(**{f"project__{name}": value for name, value in filters.places.items()})
    return within.filter(dimension=filters.dimension) if filters.dimension else within


def tally(organisation: Organisation, filters: Filters) -> Tally:
    """Whatever is shown, all flags are counted. Two queries."""
    counted: dict[str, Any] = {}
    for each in Flag:
        counted[each] = Count("pk", filter=_has(each))
        counted[f"{each}_projects"] = Count("project", filter=_has(each), distinct=True)
    found = _with_text(beside(organisation, filters)).aggregate(
        reported_rows=Count("pk"), green=Count("pk", filter=Q(reported="green")), mean=Avg("divergence"), **counted
    )
    flags = [
        FlagCount(str(each), many, meaning, found[each], found[f"{each}_projects"])
        for each, (_, many, meaning) in FLAG_WORDS.items()
    ]
    rate = 100.0 * found[Flag.WATERMELON] / found["green"] if found["green"] else None
    silent = silent_projects(organisation, filters).count()
    return Tally(flags, silent, found["reported_rows"], found["mean"], rate)


def named(organisation: Organisation, filters: Filters) -> QuerySet[ReportedBeside]:
    """The rows that are asked for, the gravest first; each with ``title``, ``contested`` and ``has_plan``."""
    found = _with_text(beside(organisation, filters))
    if filters.show in FLAG_WORDS:
        found = found.filter(_has(Flag(filters.show)))
    elif filters.show != EVERYTHING:
        found = found.exclude(flags=[])
    gravity = Case(*(When(_has(each), then=Value(place)) for place, each in enumerate(Flag)), default=Value(len(Flag)))
    same = {"project": OuterRef("project"), "dimension": OuterRef("dimension")}
    contests = Contest.objects.filter(**same, ended_at=None, last_day__gte=today(organisation))
    plans = GoToGreenPlan.objects.filter(**same, outcome=GoToGreenPlan.Outcome.RUNNING)
    return (
        titled(found, organisation)
        .annotate(contested=Exists(contests), has_plan=Exists(plans))
        .select_related("project__programme", "project__manager", "project__reporting__report")
        .order_by(gravity, Abs(F("divergence")).desc(nulls_last=True), "project__code", "pk")
    )


def silent_projects(organisation: Organisation, filters: Filters) -> QuerySet[Project]:
    """Those that have been silent longest first; a dimension narrows nothing, for nothing was said of any."""
    silent = projects.projects(organisation).filter(reporting__silent_after__lt=today(organisation), **filters.places)
    return silent.select_related("reporting__report").order_by("reporting__silent_after", "code")


def _with_text(rows: QuerySet[ReportedBeside]) -> QuerySet[ReportedBeside]:
    """Not every database can look into a list, but every one finds a word in a text."""
    return rows.annotate(flag_text=Cast("flags", TextField()))


def _has(flag: Flag) -> Q:
    return Q(flag_text__contains=f'"{flag}"')


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else None
