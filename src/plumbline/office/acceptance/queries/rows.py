"""Deliverables, requirements and criteria of one project, found and listed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.acceptance.models import Criterion, CriterionText, Deliverable, Kind, Requirement, Voice
from plumbline.office.acceptance.queries.standing import (
    Counts,
    Standing,
    counts_by_deliverable,
    present_texts,
    standings,
)
from plumbline.office.acceptance.queries.voices import Speakers, speakers
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

HEADING = (
    "Number", "Deliverable", "Requirement", "Criterion", "Kind", "Text", "Measure", "Target", "Method", "Accepted by",
    "Business", "Development", "Test", "Agreed", "Changed", "Withdrawn",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """A criterion with its present text and who agrees on it. ``asked`` are the voices of the standard."""

    criterion: Criterion
    text: CriterionText
    standing: Standing
    asked: tuple[Voice, ...]

    @property
    def voices(self) -> list[tuple[Voice, bool]]:
        return [(each, each in self.standing) for each in self.asked]

    @property
    def given(self) -> int:
        return sum(has for _, has in self.voices)


@dataclass(frozen=True, slots=True)
class DeliverableRow:
    deliverable: Deliverable
    counts: Counts
    requirements: int


@dataclass(frozen=True, slots=True)
class ProjectPage:
    rows: list[DeliverableRow]
    dropped: list[Deliverable]
    speakers: Speakers
    waiting: list[CriterionRow] = field(default_factory=list)
    scenarios: bool = False

    @property
    def counts(self) -> Counts:
        return Counts(sum(each.counts.total for each in self.rows), sum(each.counts.agreed for each in self.rows))

    @property
    def voices(self) -> list[tuple[Voice, list[str], list[Person]]]:
        """Each that is asked, with the titles of its roles and the people who have one of them."""
        return [(each, self.speakers.titles(each), self.speakers.of(each)) for each in self.speakers.asked]

    @property
    def bare(self) -> list[Deliverable]:
        """Deliverables without a criterion."""
        return [each.deliverable for each in self.rows if not each.counts.total]


@dataclass(frozen=True, slots=True)
class DeliverablePage:
    """``groups`` are the requirements with their criteria, and last, without a requirement, the others."""

    deliverable: Deliverable
    requirements: list[Requirement]
    groups: list[tuple[Requirement | None, list[CriterionRow]]]
    withdrawn: list[Criterion]
    counts: Counts

    @property
    def scenarios(self) -> bool:
        return any(row.criterion.kind == Kind.GHERKIN for _, rows in self.groups for row in rows)


def deliverable(project: Project, deliverable_id: int) -> Deliverable:
    """404 for one of another project, as with the two below; what was dropped is there to be read."""
    return _found(project.deliverables.select_related("owner"), project, deliverable_id)


def requirement(project: Project, requirement_id: int) -> Requirement:
    return _found(project.requirements.select_related("deliverable"), project, requirement_id)


def criterion(project: Project, criterion_id: int) -> Criterion:
    return _found(project.criteria.select_related("deliverable", "requirement"), project, criterion_id)


def criteria(project: Project) -> QuerySet[Criterion]:
    """Those that count: neither withdrawn, nor of a dropped deliverable."""
    found = Criterion.objects.filter(project=project, withdrawn_at=None, deliverable__dropped_at=None)
    return found.select_related("deliverable", "requirement").order_by("number")


def criterion_rows(found: Iterable[Criterion], asked: Iterable[Voice]) -> list[CriterionRow]:
    """Two queries however many there are."""
    criteria = list(found)
    texts = present_texts(criteria)
    given, voices = standings(texts.values()), tuple(asked)
    return [CriterionRow(each, texts[each.pk], given[texts[each.pk].pk], voices) for each in criteria]


def project_page(project: Project, person_id: int) -> ProjectPage:
    """``scenarios`` says whether there are any; ``waiting`` is what this person could agree on and has not."""
    counts, required = counts_by_deliverable(project.pk), _required(project)
    every = list(project.deliverables.select_related("owner"))
    who = speakers(project)
    kept = [each for each in every if not each.dropped_at]
    return ProjectPage(
        rows=[DeliverableRow(each, counts.get(each.pk, Counts()), required.get(each.pk, 0)) for each in kept],
        dropped=[each for each in every if each.dropped_at],
        speakers=who,
        waiting=_waiting(project, who, person_id),
        scenarios=criteria(project).filter(kind=Kind.GHERKIN).exists(),
    )


def deliverable_page(found: Deliverable) -> DeliverablePage:
    asked = speakers(found.project).asked
    every = list(found.criteria.select_related("requirement").order_by("number"))
    rows = criterion_rows([each for each in every if not each.withdrawn_at], asked)
    required = list(found.requirements.filter(dropped_at=None))
    groups: list[tuple[Requirement | None, list[CriterionRow]]] = [
        (each, [row for row in rows if row.criterion.requirement_id == each.pk]) for each in required
    ]
    if rest := [row for row in rows if row.criterion.requirement_id is None]:
        groups.append((None, rest))
    return DeliverablePage(
        deliverable=found,
        requirements=required,
        groups=groups,
        withdrawn=[each for each in every if each.withdrawn_at],
        counts=Counts(len(rows), sum(row.criterion.agreed_at is not None for row in rows)),
    )


def criteria_lines(project: Project) -> Iterator[tuple[Any, ...]]:
    """As a table file, the withdrawn ones too."""
    yield HEADING
    who = speakers(project)
    titles = {each.name: each.role.title for each in who.held}
    every = project.criteria.select_related("deliverable", "requirement").order_by("number")
    for row in criterion_rows(every, who.asked):
        one = row.criterion
        yield (
            one.reference, str(one.deliverable), str(one.requirement or ""), one.title, one.get_kind_display(),
            row.text.text, one.measure, one.target, one.get_method_display(),
            titles.get(one.accepted_by, one.accepted_by), *(_names(row, each) for each in Voice),
            one.agreed_at and one.agreed_at.date(), one.changed_at.date(), one.withdrawn_at and one.withdrawn_at.date(),
        )  # fmt: skip


def _names(row: CriterionRow, voice: Voice) -> str:
    return ", ".join(f"{each.by.name} {each.at:%Y-%m-%d}" for each in row.standing.get(voice, []))


def _waiting(project: Project, who: Speakers, person_id: int) -> list[CriterionRow]:
    mine = [voice for voice in who.asked if any(each.pk == person_id for each in who.of(voice))]
    if not mine:
        return []
    rows = criterion_rows(criteria(project).filter(agreed_at=None), who.asked)
    return [row for row in rows if any(not row.standing.get(voice) for voice in mine) and not _spoke(row, person_id)]


def _spoke(row: CriterionRow, person_id: int) -> bool:
    return any(each.by_id == person_id for given in row.standing.values() for each in given)


def _required(project: Project) -> dict[int, int]:
    found: dict[int, int] = {}
    for pk in project.requirements.filter(dropped_at=None).values_list("deliverable_id", flat=True):
        found[pk] = found.get(pk, 0) + 1
    return found


def _found(rows: QuerySet[Any], project: Project, pk: int) -> Any:
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    found.project = project
    return found
