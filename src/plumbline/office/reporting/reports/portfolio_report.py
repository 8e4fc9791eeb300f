"""The portfolio as it is now: health in all, by programme, by project and dimension."""

from __future__ import annotations

from plumbline.office.portfolio.queries import dimensions_of
from plumbline.office.reporting.document import Block, Heading
from plumbline.office.reporting.gathering import health
from plumbline.office.reporting.gathering.lines import lines_of
from plumbline.office.reporting.report import Asked, Gathered, Report
from plumbline.office.reporting.scope import Scope


def gather(asked: Asked) -> Gathered:
    scope = Scope.of(asked.organisation, asked.parameters["scope"])
    lines = lines_of(scope, asked.today)
    groups = health.by_programme(lines)
    dimensions = [(each.name, each.title) for each in dimensions_of(asked.organisation)]
    blocks: list[Block] = [
        Heading("Health"),
        health.tally(lines),
        health.distribution(lines),
        health.health_table("Programmes", "Programme", groups, "No projects."),
        Heading("Projects"),
        health.project_table("Projects", lines),
        Heading("Evidence by dimension"),
        health.dimension_table(lines, dimensions),
    ]
    asked.progress()
    return Gathered("Portfolio report", scope.title, asked.today, blocks)


REPORT = Report(
    title="Portfolio report",
    about="Every project as it stands now: what is reported, what the evidence says, dates and money.",
    asks=("scope",),
    needs=("see_packs", "see_portfolio", "see_projects", "see_status"),
    gather=gather,
)
