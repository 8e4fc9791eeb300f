"""A portfolio of any size, with everything that a pack tells of, written row by row."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from decimal import Decimal

from plumbline.office.assurance.models import Assessment, CurrentStatus, DimensionStatus, Finding, Standing
from plumbline.office.people.models import Organisation, Person
from plumbline.office.projects.models import PlanDocument, PlanVersion, Portfolio, Programme, Project
from plumbline.office.registers.models import Entry, Kind
from plumbline.office.standards.models import StandardVersion
from plumbline.office.status.models import ReportedStatus, Reporting, StatusReport
from plumbline.office.strategy.models import Alignment, Objective

MARCH = datetime(2026, 3, 9, 12, tzinfo=UTC)
DAY = date(2026, 3, 9)
HOSTILE = '=cmd()|"x" #read("/etc/passwd") <script>alert(1)</script> $x$ *y* שלום 🚧'
COLOURS = ("green", "amber", "red")
DIMENSIONS = ("schedule", "cost", "risk")


def add_projects(organisation: Organisation, manager: Person, count: int) -> list[Project]:
    """Every third is red by the evidence; of those, every second is reported green. Every seventh is silent."""
    portfolio, _ = Portfolio.objects.get_or_create(organisation=organisation, name="Quays")
    programmes = [
        Programme.objects.get_or_create(organisation=organisation, portfolio=portfolio, name=f"Programme {each}")[0]
        for each in range(4)
    ]
    standard = StandardVersion.objects.filter(organisation=organisation).latest("pk")
    document, _ = PlanDocument.objects.get_or_create(digest="0" * 64, defaults={"content": b"", "size": 0})
    objective, _ = Objective.objects.get_or_create(organisation=organisation, name="Drier feet")
    Alignment.objects.get_or_create(objective=objective, programme=programmes[0])
    found = []
    for number in range(count):
        project = Project.objects.create(
            organisation=organisation,
            portfolio=portfolio,
            programme=programmes[number % 4],
            code=f"Q-{number:03}",
            name=f"Quay number {number} of the harbour",
            manager=manager,
            budget=Decimal(1_000_000 + number),
        )
        plan = PlanVersion.objects.create(
            project=project, number=1, document=document, activity_count=3, source_format="XER"
        )
        _assessed(project, plan, standard, COLOURS[number % 3])
        reported = "green" if number % 6 == 2 else COLOURS[number % 3]
        report(project, manager, reported, silent=number % 7 == 6)
        _registers(project, manager, number)
        found.append(project)
    return found


def report(
    project: Project, author: Person, colour: str, *, silent: bool = False, summary: str = "", at: datetime = MARCH
) -> StatusReport:
    """Published a week before, or long ago by a project that is silent since."""
    ago = timedelta(days=90 if silent else 7)
    number = project.pk % 50
    published = StatusReport.objects.create(
        project=project,
        as_of=(at - ago).date(),
        overall=colour,
        summary=summary or f"Quay {project.code} goes on.",
        budget=Decimal(1_000_000 + number),
        spent=Decimal("400000.50"),
        forecast_cost=Decimal(1_100_000),
        forecast_finish=date(2026, 12, 24),
        author=author,
        published_at=at - ago,
        previous=project.reports.first(),
    )
    ReportedStatus.objects.bulk_create(
        ReportedStatus(
            report=published,
            dimension=each,
            title=each.capitalize(),
            reported=colour,
            evidence="red",
            comment=summary or "As planned.",
            reasons=["Two rules fail."],
        )
        for each in DIMENSIONS
    )
    _stands(project, published, colour)
    return published


def _stands(project: Project, published: StatusReport, colour: str) -> None:
    standing = getattr(project, "standing", None)
    flags = ["watermelon"] if colour == "green" and standing and standing.overall == "red" else []
    Reporting.objects.update_or_create(
        project=project,
        defaults={
            "report": published,
            "overall": colour,
            "silent_after": published.as_of + timedelta(days=45),
            "flags": flags,
            "is_watermelon": bool(flags),
        },
    )


def _assessed(project: Project, plan: PlanVersion, standard: StandardVersion, colour: str) -> None:
    assessment = Assessment.objects.create(
        project=project,
        plan_version=plan,
        standard_version=standard,
        engine_version="1",
        overall=colour,
        facts_as_of=MARCH,
        assessed_at=MARCH,
    )
    for each in DIMENSIONS:
        DimensionStatus.objects.create(
            assessment=assessment, dimension=each, status=colour, title=each.capitalize(), reasons=["Counted."]
        )
        CurrentStatus.objects.create(project=project, dimension=each, status=colour, since=MARCH)
    Finding.objects.bulk_create(
        Finding(
            assessment=assessment,
            rule=f"rule_{each}",
            family="logic",
            title=f"Rule {each}",
            outcome="fail",
            severity="major",
            limit_kind="at most",
            sentence="3 of 412 activities.",
        )
        for each in range(8)
    )
    Standing.objects.create(
        project=project,
        assessment=assessment,
        facts_as_of=MARCH,
        overall=colour,
        forecast_finish=date(2026, 11, 30),
        finish_slip_days=12,
    )


def _registers(project: Project, owner: Person, number: int) -> None:
    given = {"organisation": project.organisation, "project": project, "owner": owner, "raised_at": MARCH}
    Entry.objects.create(
        **given,
        kind=Kind.RISK,
        number=1,
        title=f"Quay {number} settles",
        probability=number % 5 + 1,
        impact=5,
        amount=Decimal(number * 1000),
    )
    if number % 5 == 0:
        Entry.objects.create(
            **given,
            kind=Kind.DECISION,
            number=1,
            title=f"Which stone for quay {number}",
            decider=owner,
            due_on=DAY - timedelta(days=3),
            amount=Decimal(2500),
        )
