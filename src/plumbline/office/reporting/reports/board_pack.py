"""The pack for a board: how the portfolio is, what only the board can decide, what changed since the last pack."""

from __future__ import annotations

from plumbline.office.reporting.document import Block, Heading, Paragraph
from plumbline.office.reporting.gathering import attention, health
from plumbline.office.reporting.gathering.closer import Closer
from plumbline.office.reporting.gathering.lines import Line, lines_of, marks_of
from plumbline.office.reporting.gathering.since import changes_since
from plumbline.office.reporting.report import Asked, Gathered, Report
from plumbline.office.reporting.scope import Scope
from plumbline.office.reporting.words import shown


def gather(asked: Asked) -> Gathered:
    scope = Scope.of(asked.organisation, asked.parameters["scope"])
    lines = lines_of(scope, asked.today)
    asked.progress()
    blocks = [*_health(asked, lines), *_attention(asked, scope, lines)]
    asked.progress()
    blocks += _changes(asked, scope, lines)
    asked.progress()
    blocks += [Heading("All projects"), health.project_table("Projects", lines), *_appendix(lines)]
    asked.progress()
    marks = {**marks_of(lines), "at": asked.moment.isoformat()}
    return Gathered("Board pack", scope.title, asked.today, blocks, marks)


def _health(asked: Asked, lines: list[Line]) -> list[Block]:
    groups, objectives = health.by_programme(lines), health.by_objective(asked.organisation.pk, lines)
    for_nothing = "No project of this pack is for an objective yet."
    return [
        Heading("Health"),
        health.tally(lines),
        health.distribution(lines),
        Heading("Health by programme"),
        *health.health_chart("Health by programme", groups),
        health.health_table("Programmes", "Programme", groups, "No projects."),
        Heading("Health by objective"),
        health.health_table("Objectives", "Objective", objectives, for_nothing),
        Heading("Money"),
        *health.money(lines, groups),
    ]


def _attention(asked: Asked, scope: Scope, lines: list[Line]) -> list[Block]:
    projects = scope.projects()
    return [
        Heading("What waits for a decision"),
        attention.decisions_waiting(asked.organisation, projects, asked.today),
        Heading("Where reports and evidence part"),
        attention.watermelons(lines),
        attention.silent(lines),
        Heading("Top risks"),
        attention.top_risks(projects),
    ]


def _changes(asked: Asked, scope: Scope, lines: list[Line]) -> list[Block]:
    if asked.before is None:
        return [Heading("Changes"), Paragraph("This is the first pack of its kind: there is none to compare it with.")]
    since = shown(attention.day_of(asked.before_at, asked.organisation), "date")
    changes = changes_since(asked.before, asked.before_at, lines, scope.projects())
    return [Heading(f"Changes since the pack of {since}"), *changes]


def _appendix(lines: list[Line]) -> list[Block]:
    """A page for each red project."""
    red = [each for each in lines if each.is_red]
    if not red:
        return []
    closer = Closer(red)
    pages = (closer.page_of(each, new_page=number > 0) for number, each in enumerate(red))
    which = Paragraph("A page for each: " + "; ".join(each.name for each in red) + ".")
    return [Heading("Red projects", new_page=True), which, *(block for page in pages for block in page)]


REPORT = Report(
    title="Board pack",
    about="Health, money, decisions that wait, watermelons, silent projects, top risks, and what changed since the "
    "last pack; one line for each project and a page for each red one.",
    asks=("scope", "since"),
    needs=("see_packs", "see_projects", "see_registers", "see_status", "see_divergence"),
    gather=gather,
    is_for_a_board=True,
    parts=4,
)
