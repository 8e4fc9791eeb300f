"""What a decider reads before a gate: where the project stands, what is answered, what fails, what threatens."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.gates import queries as gates
from plumbline.office.gates.queries.pack import Section
from plumbline.office.governance import queries as governance
from plumbline.office.projects.models import Project
from plumbline.office.reporting.document import Block, Column, Heading, Paragraph, Table
from plumbline.office.reporting.gathering import attention
from plumbline.office.reporting.gathering.closer import Closer, figures_of
from plumbline.office.reporting.gathering.lines import line_of
from plumbline.office.reporting.report import Asked, Gathered, Report

NO_GATE = "The project has no gate before it: its standard has none, or all are passed."


def gather(asked: Asked) -> Gathered:
    found = Project.objects.filter(organisation=asked.organisation, pk=asked.parameters["project"])
    project = found.select_related("organisation", "portfolio", "programme", "manager").first()
    if project is None:
        raise ValidationError({"project": "Choose a project."})
    line = line_of(project, asked.today)
    closer = Closer([line])
    blocks: list[Block] = [
        Heading("Where it stands"),
        figures_of(line),
        *([Paragraph(line.summary)] if line.summary else []),
        closer.dimensions(line),
        Heading("Top risks"),
        attention.top_risks(found),
        *_gate(project),
    ]
    asked.progress()
    return Gathered(f"Gate pack: {line.next_gate or 'no gate'}", line.title, asked.today, blocks)


def _gate(project: Project) -> list[Block]:
    """The evidence pack of the next gate, as its review shows it."""
    standard = governance.standard_for(project)
    name = gates.position_of(project, standard).next_gate if standard else None
    if standard is None or name is None:
        return [Heading("The gate"), Paragraph(NO_GATE)]
    gathered = gates.gather(project, standard)
    checklist = gates.checklist(project, gathered, name)
    sections = gates.pack(project, gathered, checklist)
    return [Heading(f"The gate: {checklist.gate.title}"), *(_table(each) for each in sections)]


def _table(section: Section) -> Table:
    columns = tuple(Column(each) for each in section.columns)
    return Table(section.title, columns, tuple(tuple(row) for row in section.rows), section.note, section.empty)


REPORT = Report(
    title="Gate pack",
    about="One project before its next gate: checklist, findings, artefacts, conditions, status and top risks.",
    asks=("project",),
    needs=("see_packs", "see_projects", "see_registers", "see_status"),
    gather=gather,
)
