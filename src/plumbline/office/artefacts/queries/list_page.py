"""The artefacts of a project as a list: by phase, with who is accountable, what counts and what is due next."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from plumbline.engine.standard.rasci import Part
from plumbline.office.artefacts.models import ArtefactDocument
from plumbline.office.artefacts.parts import people_with
from plumbline.office.artefacts.queries.standings import ArtefactStanding, artefact_standings, documents_of
from plumbline.office.artefacts.reach import Reach

SOON = timedelta(days=31)
DUE_SHOWN = 5


@dataclass(frozen=True, slots=True)
class Row:
    standing: ArtefactStanding
    accountable: str
    responsible: str

    @property
    def title(self) -> str:
        return self.standing.artefact.title


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    rows: list[Row]


@dataclass(frozen=True, slots=True)
class ListPage:
    """``due`` is what wants somebody's attention first; ``earlier`` what an earlier standard asked for."""

    groups: list[Group]
    offered: list[Row]
    earlier: list[ArtefactDocument]
    due: list[Row]
    total: int
    current: int


def list_page(reach: Reach, day: date, *, word: str = "") -> ListPage:
    """``word`` leaves those whose title or purpose has it."""
    standard = reach.standard
    rows = [_row(reach, each) for each in standings_seen(reach, day)]
    required = [each for each in rows if each.standing.artefact.required]
    shown = [each for each in rows if _matches(each, word)]
    phases = standard.phases.items() if standard else ()
    groups = [
        Group(phase.title, [each for each in shown if each in required and each.standing.artefact.phase == name])
        for name, phase in phases
    ]
    return ListPage(
        groups=[each for each in groups if each.rows],
        offered=[each for each in shown if each not in required],
        earlier=_earlier(reach, word),
        due=_due(rows, day)[:DUE_SHOWN],
        total=len(required),
        current=sum(each.standing.is_current for each in required),
    )


def standings_seen(reach: Reach, day: date) -> list[ArtefactStanding]:
    """Who sees no drafts sees only what counts."""
    if reach.standard is None:
        return []
    found = artefact_standings(reach.project, reach.standard, day).values()
    return [each if reach.sees_drafts(each.name) else as_approved_only(each) for each in found]


def as_approved_only(standing: ArtefactStanding) -> ArtefactStanding:
    if standing.approved:
        return replace(standing, latest=standing.approved, approval=None)
    return replace(standing, document=None, latest=None, approval=None, state="missing")


def as_lines(reach: Reach, found: ListPage) -> list[list[object]]:
    """For a spreadsheet: a heading, then one line for each artefact."""
    heading = ["Phase", "Artefact", "State", "Approved version", "Latest version", "Looked at on", "Review due on"]
    lines: list[list[object]] = [[*heading, "Accountable", "Responsible"]]
    groups = [*found.groups, Group("If the project needs it", found.offered)]
    return lines + [_line(group, row) for group in groups for row in group.rows]


def _line(group: Group, row: Row) -> list[object]:
    standing = row.standing
    return [
        group.title,
        row.title,
        standing.state,
        standing.approved.number if standing.approved else None,
        standing.latest.number if standing.latest else None,
        standing.reviewed_on,
        standing.review_due_on,
        row.accountable,
        row.responsible,
    ]


def _row(reach: Reach, standing: ArtefactStanding) -> Row:
    def names(part: Part) -> str:
        return ", ".join(each.name for each in people_with(standing.artefact, reach.held, part))

    return Row(standing, names(Part.ACCOUNTABLE), names(Part.RESPONSIBLE))


def _matches(row: Row, word: str) -> bool:
    return word.lower() in f"{row.title} {row.standing.artefact.purpose}".lower()


def _earlier(reach: Reach, word: str) -> list[ArtefactDocument]:
    """Nothing a project kept goes out of sight with a new standard."""
    named = reach.standard.artefacts if reach.standard else {}
    found = [each for each in documents_of(reach.project) if each.name not in named]
    return [
        each for each in found if word.lower() in each.title.lower() and (reach.sees_drafts(each.name) or each.approved)
    ]


def _due(rows: list[Row], day: date) -> list[Row]:
    """What is out of date, then what will be soon; the longest due first."""
    dated = [(each.standing.review_due_on, each) for each in rows if each.standing.approved]
    soon = [(due, each) for due, each in dated if due and due <= day + SOON]
    return [each for _, each in sorted(soon, key=lambda pair: pair[0])]
