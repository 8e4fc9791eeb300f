"""Which level counts, what shows it, and how far apart people are."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from plumbline.engine.competence import (
    FEWEST,
    Evidence,
    Fit,
    Said,
    Spread,
    Standing,
    fit_of,
    moved,
    overall,
    spread_of,
    standing_on,
)
from plumbline.engine.course import Curriculum
from plumbline.engine.standard import Standard
from plumbline.engine.standard.competencies import Competency
from plumbline.office.competence.evidence import Shown, evidence_of
from plumbline.office.competence.models import CompetencyAssessment
from plumbline.office.foundation.access import may
from plumbline.office.mentoring.models import Pair
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.queries import people_in
from plumbline.office.people.roles import Role
from plumbline.office.standards.queries import courses_in_force, in_force, standard_of

ASSESSED = (Role.PROJECT_MANAGER,)
"""Whose competencies the figures of the office are about."""


@dataclass(frozen=True, slots=True)
class Row:
    """One competency of one person. ``standing`` is ``None`` where nobody has said anything."""

    name: str
    about: Competency
    required: int
    standing: Standing | None
    gap: int
    shown: list[Shown]
    courses: list[tuple[str, str]]
    """Name and title of those that teach it."""


@dataclass(frozen=True, slots=True)
class Own:
    rows: list[Row]
    fit: Fit

    @property
    def coverage_words(self) -> str:
        return _percent(self.fit.coverage)

    @property
    def fit_words(self) -> str:
        return _percent(self.fit.share)

    @property
    def axes(self) -> list[str]:
        return [each.about.title for each in self._asked]

    @property
    def series(self) -> list[tuple[str, str, list[int | None]]]:
        there = [each.standing.level if each.standing else None for each in self._asked]
        return [("target", "Asked", [each.required for each in self._asked]), ("now", "There", there)]

    @property
    def _asked(self) -> list[Row]:
        return [each for each in self.rows if each.required]


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """One competency among those who lead projects; figures are ``None`` of fewer than five people."""

    about: Competency
    required: int
    people: int
    below: int | None
    now: Spread | None
    was: Spread | None
    of_both: Spread | None


@dataclass(frozen=True, slots=True)
class Office:
    """``parity`` and its kin are mean differences in levels; ``before`` and ``after`` are of the same people."""

    rows: list[OfficeRow]
    parity: float | None
    before: float | None
    after: float | None
    coverage: float | None

    @property
    def coverage_words(self) -> str:
        return _percent(self.coverage)


def standard_in_force(organisation: Organisation) -> Standard | None:
    version = in_force(organisation)
    return standard_of(version) if version else None


def competencies_of(organisation: Organisation) -> dict[str, Competency]:
    standard = standard_in_force(organisation)
    return dict(standard.competencies) if standard else {}


def required_of(standard: Standard) -> dict[str, int]:
    """What the standard asks of whoever leads a project of medium size."""
    return next((dict(each.competencies) for each in standard.roles.values() if each.usually == "manager"), {})


def may_assess(organisation: Organisation, person: Person, by: Person) -> bool:
    """The person, whoever leads managers, and a mentor in a pair that runs."""
    membership = Membership.objects.filter(organisation=organisation, person=by, active=True).first()
    if membership is None:
        return False
    if by.pk == person.pk or may(membership, "assess_competence"):
        return True
    pairs = Pair.objects.filter(organisation=organisation, mentor=by, mentee=person, state=Pair.State.RUNNING)
    return pairs.exists()


def of(organisation: Organisation, person: Person, day: date) -> Own:
    """Everything that is known of one person, in the order of the standard."""
    standard = standard_in_force(organisation)
    if standard is None:
        return Own([], fit_of({}, {}))
    required = required_of(standard)
    said = _said(organisation, [person.pk])[person.pk]
    shown = evidence_of(organisation, standard, [person.pk], day)[person.pk]
    standings = _standings(said, shown, day)
    fit = fit_of(required, {name: each.level for name, each in standings.items()})
    taught = courses_in_force(organisation)
    names = [name for name in standard.competencies if name in required or name in standings]
    rows = [
        Row(name, standard.competencies[name], required.get(name, 0), standings.get(name), fit.gaps.get(name, 0),
            shown.get(name, []), _courses(standard.competencies[name], taught))
        for name in names
    ]  # fmt: skip
    return Own(rows, fit)


def office(organisation: Organisation, day: date, since: date | None = None) -> Office:
    """Without names. Those count who have the role of a project manager and whose level is known."""
    standard = standard_in_force(organisation)
    if standard is None:
        return Office([], None, None, None, None)
    people = list(people_in(organisation, *ASSESSED).values_list("pk", flat=True))
    said = _said(organisation, people)
    now = _levels(organisation, standard, said, people, day)
    was = _levels(organisation, standard, said, people, since) if since else {}
    both = moved(was, now)
    required = required_of(standard)
    rows = []
    for name, level in required.items():
        known = [levels[name] for levels in now.values() if name in levels]
        below = sum(each < level for each in known) if len(known) >= FEWEST else None
        before, after = both.get(name, (None, None))
        about = standard.competencies[name]
        rows.append(OfficeRow(about, level, len(known), below, spread_of(known), before, after))
    told = [each for each in rows if each.below is not None]
    met = sum(each.people - (each.below or 0) for each in told)
    return Office(
        rows,
        overall(each.now for each in rows),
        overall(each.was for each in rows),
        overall(each.of_both for each in rows),
        met / sum(each.people for each in told) if told else None,
    )


def lines_of(found: Office) -> Iterator[list[Any]]:
    yield ["Competency", "Required", "People", "Below", "Mean", "Mean difference", "Standard deviation", "Range"]
    for each in found.rows:
        if each.now is None:
            yield [each.about.title, each.required, f"fewer than {FEWEST}", "", "", "", "", ""]
        else:
            spread = each.now
            figures = [round(figure, 2) for figure in (spread.mean, spread.difference, spread.deviation)]
            yield [each.about.title, each.required, each.people, each.below, *figures, spread.range]


def _levels(
    organisation: Organisation, standard: Standard, said: dict[int, dict[str, list[Said]]], people: list[int], day: date
) -> dict[int, dict[str, int]]:
    shown = evidence_of(organisation, standard, people, day)
    return {
        each: {name: standing.level for name, standing in _standings(said[each], shown[each], day).items()}
        for each in people
    }


def _standings(said: dict[str, list[Said]], shown: dict[str, list[Shown]], day: date) -> dict[str, Standing]:
    found = {}
    for name, words in said.items():
        evidence = [Evidence(each.kind, each.on) for each in shown.get(name, [])]
        standing = standing_on(day, words, evidence)
        if standing:
            found[name] = standing
    return found


def _said(organisation: Organisation, people: list[int]) -> dict[int, dict[str, list[Said]]]:
    found: dict[int, dict[str, list[Said]]] = defaultdict(lambda: defaultdict(list))
    for each in CompetencyAssessment.objects.filter(organisation=organisation, person__in=people):
        found[each.person_id][each.competency].append(Said(each.level, each.on, each.is_by_oneself))
    return found


def _courses(about: Competency, taught: Curriculum) -> list[tuple[str, str]]:
    names = [each.removeprefix("course:") for each in about.learn if each.startswith("course:")]
    return [(name, taught.courses[name].title) for name in names if name in taught.courses]


def _percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"
