"""What a ``.feature`` file would do to the criteria of a project: new ones, changed ones, and what cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from plumbline.engine.gherkin import Arrived, UnreadableGherkin, read_criterion, take_apart
from plumbline.office.acceptance.models import LONGEST, NAME, Agreement, Criterion, Deliverable, Kind, Requirement
from plumbline.office.acceptance.queries.rows import CriterionRow, criterion_rows
from plumbline.office.acceptance.text import normalised
from plumbline.office.policies.texts import Row, compared
from plumbline.office.projects.models import Project


class What(StrEnum):
    NEW = "new"
    CHANGED = "changed"
    SAME = "same"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Line:
    """One criterion of the file. ``lost`` are the agreements that a changed text loses; ``because`` why not."""

    line: int
    what: What
    title: str
    text: str = ""
    criterion: Criterion | None = None
    deliverable: Deliverable | None = None
    requirement: Requirement | None = None
    because: str = ""
    lost: list[Agreement] = field(default_factory=list)
    rows: list[Row] = field(default_factory=list)


def arriving(project: Project, text: str, deliverable: Deliverable | None) -> list[Line]:
    """``deliverable`` is where new criteria go that have no tag ``@D-``. The same file a second time is all the same.

    Raises ``UnreadableGherkin`` for a text that is no feature; what is wrong about one criterion is told at its line.
    """
    arrived = take_apart(normalised(text))
    place = _Place(project, deliverable)
    return [place.known(each) if each.number is not None else place.new(each) for each in arrived]


class _Place:
    """The criteria, deliverables and requirements that are there, each read once."""

    def __init__(self, project: Project, deliverable: Deliverable | None) -> None:
        every = project.criteria.select_related("deliverable", "requirement")
        self.rows = {each.criterion.number: each for each in criterion_rows(every, ())}
        self.deliverables = {each.number: each for each in project.deliverables.filter(dropped_at=None)}
        self.requirements = {each.number: each for each in project.requirements.filter(dropped_at=None)}
        self.deliverable = deliverable

    def known(self, arrived: Arrived) -> Line:
        row = self.rows.get(arrived.number or 0)
        if row is None:
            return _refused(
                arrived, f"This project has no criterion AC-{arrived.number}. Take the tag away for a new one."
            )
        one = row.criterion
        if one.withdrawn_at or one.deliverable.dropped_at:
            return _refused(arrived, f"{one.reference} was withdrawn.", one)
        if not arrived.scenarios and one.kind != Kind.GHERKIN:
            return Line(arrived.line, What.SAME, one.title, row.text.text, one, one.deliverable)
        title, text = _said(arrived, row)
        if problem := _problem(title, text):
            return _refused(arrived, problem, one)
        if (one.kind, one.title, row.text.text) == (Kind.GHERKIN, title, text):
            return Line(arrived.line, What.SAME, title, text, one, one.deliverable)
        lost = [each for given in row.standing.values() for each in given]
        rows = compared(row.text.text, text)
        return Line(arrived.line, What.CHANGED, title, text, one, one.deliverable, lost=lost, rows=rows)

    def new(self, arrived: Arrived) -> Line:
        where = self.deliverables.get(arrived.deliverable or 0) or self.deliverable
        if where is None:
            return _refused(arrived, "Choose the deliverable that new criteria are for, or give it a tag such as @D-1.")
        text = normalised(arrived.text)
        if problem := _problem(arrived.title, text):
            return _refused(arrived, problem)
        for row in self.rows.values():
            if (row.criterion.deliverable_id, row.criterion.title, row.text.text) == (where.pk, arrived.title, text):
                return Line(arrived.line, What.SAME, arrived.title, text, row.criterion, where)
        required = self.requirements.get(arrived.requirement or 0)
        fits = required if required and required.deliverable_id == where.pk else None
        return Line(arrived.line, What.NEW, arrived.title, text, deliverable=where, requirement=fits)


def _said(arrived: Arrived, row: CriterionRow) -> tuple[str, str]:
    """A feature that was put around scenarios when they went out is taken off again; its words are the title."""
    one = row.criterion
    if arrived.bare and not _is_whole(row):
        return arrived.title, normalised(arrived.bare)
    return one.title, normalised(arrived.text)


def _is_whole(row: CriterionRow) -> bool:
    return row.criterion.kind == Kind.GHERKIN and read_criterion(row.text.text).is_whole


def _problem(title: str, text: str) -> str:
    if not title.strip():
        return "It has no name. Write one after 'Scenario:'."
    if len(title) > NAME or len(text) > LONGEST:
        return f"It is too long: a name has up to {NAME} characters, a text up to {LONGEST:,}."
    try:
        read_criterion(text, name=title)
    except UnreadableGherkin as refused:
        return " ".join(each.advice for each in refused.problems)
    return ""


def _refused(arrived: Arrived, because: str, criterion: Criterion | None = None) -> Line:
    return Line(arrived.line, What.REFUSED, arrived.title, criterion=criterion, because=because)
