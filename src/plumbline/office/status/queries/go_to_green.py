"""Which dimensions ask for a way to green, which have one, and whether such plans work."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from zoneinfo import ZoneInfo

from django.db.models import Case, Count, Exists, OuterRef, Q, QuerySet, When
from django.http import Http404

from plumbline.office.assurance.models import Assessment, CurrentStatus, DimensionStatus, Status
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.status.models import GoToGreenPlan, ReportedBeside, ReportedStatus, StatusReport
from plumbline.office.status.queries.titles import titled

NOT_GREEN = (Status.AMBER, Status.RED)
MOST_AT_ONCE = 500
Outcome = GoToGreenPlan.Outcome
_WORST_FIRST = (Status.RED, Status.AMBER, Status.UNKNOWN, Status.GREEN)


@dataclass(frozen=True, slots=True)
class Sides:
    """What is said of a dimension now; ``reported`` is empty where nothing is."""

    evidence: str
    reported: str

    @property
    def ask_for_a_plan(self) -> bool:
        return self.evidence in NOT_GREEN or self.reported in NOT_GREEN

    @property
    def worse(self) -> str:
        return next(each for each in _WORST_FIRST if each in (self.evidence, self.reported))


@dataclass(frozen=True, slots=True)
class Judged:
    """A plan whose outcome can be told. ``assessment`` or ``report`` is what said green in time."""

    plan: GoToGreenPlan
    assessment: Assessment | None = None
    report: StatusReport | None = None

    @property
    def worked(self) -> bool:
        return self.assessment is not None or self.report is not None


@dataclass(frozen=True, slots=True)
class Success:
    worked: int
    failed: int
    running: int

    @property
    def decided(self) -> int:
        return self.worked + self.failed

    @property
    def percent(self) -> float | None:
        return 100.0 * self.worked / self.decided if self.decided else None


def sides_of(project: Project, dimension: str) -> Sides:
    current = CurrentStatus.objects.filter(project=project, dimension=dimension).first()
    beside = ReportedBeside.objects.filter(project=project, dimension=dimension).first()
    return Sides(current.status if current else Status.UNKNOWN, beside.reported if beside else "")


def running_plans(project: Project) -> dict[str, GoToGreenPlan]:
    """By dimension."""
    found = GoToGreenPlan.objects.filter(project=project, outcome=Outcome.RUNNING).select_related("owner")
    return {each.dimension: each for each in found}


def plan_of(project: Project, plan_id: int) -> GoToGreenPlan:
    """404 for one of another project."""
    found = (
        GoToGreenPlan.objects.filter(project=project, pk=plan_id)
        .select_related("owner", "by", "assessment", "report")
        .first()
    )
    if found is None:
        raise Http404
    return found


def plans_in(organisation: Organisation, *, running: bool) -> QuerySet[GoToGreenPlan]:
    """Of projects that go on; running ones by the day on which they are to be green, others latest first."""
    found = GoToGreenPlan.objects.filter(project__organisation=organisation, project__archived_at=None)
    chosen = (
        found.filter(outcome=Outcome.RUNNING).order_by("green_on", "pk")
        if running
        else found.exclude(outcome=Outcome.RUNNING).order_by("-ended_at", "-pk")
    )
    counts = {"all_actions": Count("actions"), "open_actions": Count("actions", filter=Q(actions__closed_at=None))}
    return titled(chosen, organisation).annotate(**counts).select_related("project__manager", "owner")


def without_plan(organisation: Organisation) -> QuerySet[CurrentStatus]:
    """Dimensions whose evidence or report is amber or red while no plan is running; with ``reported``, red first."""
    same = {"project": OuterRef("project"), "dimension": OuterRef("dimension")}
    beside = ReportedBeside.objects.filter(**same)
    running = GoToGreenPlan.objects.filter(**same, outcome=Outcome.RUNNING)
    seen = CurrentStatus.objects.filter(project__organisation=organisation, project__archived_at=None)
    return (
        titled(seen, organisation)
        .filter(Q(status__in=NOT_GREEN) | Exists(beside.filter(reported__in=NOT_GREEN)))
        .exclude(Exists(running))
        .annotate(reported=beside.values("reported")[:1])
        .select_related("project__manager")
        .order_by(Case(When(status=Status.RED, then=0), default=1), "project__code", "pk")
    )


def success_in(organisation: Organisation) -> Success:
    """How often plans worked, of those whose day has come. What was withdrawn counts neither way."""
    counted = {
        outcome: Count("pk", filter=Q(outcome=outcome)) for outcome in (Outcome.WORKED, Outcome.FAILED, Outcome.RUNNING)
    }
    return Success(**GoToGreenPlan.objects.filter(project__organisation=organisation).aggregate(**counted))


def to_judge() -> Iterator[Judged]:
    """Running plans that have become green in time, or whose day has gone by."""
    running = GoToGreenPlan.objects.filter(outcome=Outcome.RUNNING)
    for organisation in Organisation.objects.filter(pk__in=running.values("project__organisation")):
        day = today(organisation)
        for plan in _perhaps_decided(running.filter(project__organisation=organisation), day)[:MOST_AT_ONCE]:
            found = _decided(plan, ZoneInfo(organisation.time_zone))
            if found.worked or plan.green_on < day:
                yield found


def _perhaps_decided(running: QuerySet[GoToGreenPlan], day: object) -> QuerySet[GoToGreenPlan]:
    """Those over their day, and those about which something green was said since they began."""
    green = DimensionStatus.objects.filter(
        dimension=OuterRef("dimension"),
        status=Status.GREEN,
        assessment__project=OuterRef("project"),
        assessment__facts_as_of__gt=OuterRef("at"),
    )
    said = ReportedStatus.objects.filter(
        dimension=OuterRef("dimension"),
        reported=Status.GREEN,
        report__project=OuterRef("project"),
        report__published_at__gt=OuterRef("at"),
    )
    ripe = Q(green_on__lt=day) | Exists(green) | Q(from_evidence=Status.GREEN) & Exists(said)
    return running.filter(ripe).select_related("project__organisation", "project__manager", "owner").order_by("pk")


def _decided(plan: GoToGreenPlan, zone: ZoneInfo) -> Judged:
    """Where the evidence was not green, it alone decides; where only the report was not, the report does."""
    end = datetime.combine(plan.green_on + timedelta(days=1), time.min, zone)
    if plan.from_evidence != Status.GREEN:
        green = DimensionStatus.objects.filter(
            assessment__project=plan.project,
            dimension=plan.dimension,
            status=Status.GREEN,
            assessment__facts_as_of__gt=plan.at,
            assessment__facts_as_of__lt=end,
        )
        first = green.select_related("assessment").order_by("assessment__facts_as_of", "pk").first()
        return Judged(plan, assessment=first.assessment if first else None)
    said = ReportedStatus.objects.filter(
        report__project=plan.project,
        report__line=None,
        dimension=plan.dimension,
        reported=Status.GREEN,
        report__published_at__gt=plan.at,
        report__as_of__lte=plan.green_on,
    )
    told = said.exclude(evidence__in=NOT_GREEN).select_related("report").order_by("report__as_of", "pk").first()
    return Judged(plan, report=told.report if told else None)
