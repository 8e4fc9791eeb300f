"""How far those who lead projects have what is asked, and how far apart they are: figures kept at the end of months."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from plumbline.engine.competence import FEWEST, apart_words, overall
from plumbline.engine.standard.competencies import Competency
from plumbline.office.competence.models import ParityFigure
from plumbline.office.competence.queries.own import percent
from plumbline.office.competence.queries.requirements import MEDIUM, leading_role, requirements_in
from plumbline.office.competence.queries.standings import standard_in_force
from plumbline.office.people.models import Organisation


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """One competency; ``figures`` are those that were given of it, oldest first, none of fewer than five people."""

    name: str
    about: Competency
    required: int
    figures: list[ParityFigure]

    @property
    def now(self) -> ParityFigure | None:
        return self.figures[-1] if self.figures else None

    @property
    def trend(self) -> list[float]:
        return [each.difference for each in self.figures]

    @property
    def trend_words(self) -> str:
        told = (f"{each.month.ends_on:%b %Y} {apart_words(each.difference)}" for each in self.figures)
        return f"{self.about.title}, levels apart: {', '.join(told)}"


@dataclass(frozen=True, slots=True)
class Period:
    """The end of a month: of how many competencies a figure is known by then, and the mean of their differences."""

    ends_on: date
    competencies: int
    new: int
    difference: float

    @property
    def words(self) -> str:
        return apart_words(self.difference)


@dataclass(frozen=True, slots=True)
class Both:
    """One competency before and after; ``figure`` says when."""

    title: str
    figure: ParityFigure
    was: float
    now: float

    @property
    def before(self) -> str:
        return apart_words(self.was)

    @property
    def after(self) -> str:
        return apart_words(self.now)


@dataclass(frozen=True, slots=True)
class Compared:
    """Before and after as bars."""

    categories: list[str]
    series: list[Bars]
    in_words: str
    stacked: bool = False


@dataclass(frozen=True, slots=True)
class Bars:
    name: str
    values: list[float]
    colour: str


@dataclass(frozen=True, slots=True)
class Office:
    rows: list[OfficeRow]
    periods: list[Period]

    @property
    def told(self) -> list[ParityFigure]:
        return [each.now for each in self.rows if each.now]

    @property
    def parity(self) -> str:
        return apart_words(overall(each.difference for each in self.told))

    @property
    def coverage_words(self) -> str:
        people = sum(each.people for each in self.told)
        return percent(1 - sum(each.below for each in self.told) / people if people else None)

    @property
    def line(self) -> list[dict[str, object]]:
        return [{"name": f"{each.ends_on:%b %y}", "value": each.difference} for each in self.periods]

    @property
    def both(self) -> list[Both]:
        """Those with a figure of the same people before and after."""
        rows = [(row.about.title, row.now) for row in self.rows if row.now and row.now.since]
        return [Both(title, each, each.before or 0, each.after or 0) for title, each in rows]

    @property
    def before(self) -> str:
        return apart_words(overall(each.was for each in self.both))

    @property
    def after(self) -> str:
        return apart_words(overall(each.now for each in self.both))

    @property
    def chart(self) -> Compared | None:
        if not self.both:
            return None
        words = "; ".join(f"{each.title}: {each.before}, then {each.after}" for each in self.both)
        series = [
            Bars("Before", [each.was for each in self.both], "soft"),
            Bars("After", [each.now for each in self.both], "accent"),
        ]
        return Compared([each.title for each in self.both], series, f"Levels apart before and after. {words}")


def office(organisation: Organisation) -> Office:
    """Without names. Three queries, however many people and months there are."""
    standard = standard_in_force(organisation)
    if standard is None:
        return Office([], [])
    asked = requirements_in(organisation, standard).get(leading_role(standard))
    by_name: dict[str, list[ParityFigure]] = {}
    kept = ParityFigure.objects.filter(month__organisation=organisation).select_related("month")
    for each in kept.order_by("month__ends_on", "pk"):
        by_name.setdefault(each.competency, []).append(each)
    rows = [
        OfficeRow(name, standard.competencies[name], level, by_name.get(name, []))
        for name, level in (asked.levels[MEDIUM] if asked else {}).items()
        if level
    ]
    return Office(rows, _periods(rows))


def _periods(rows: list[OfficeRow]) -> list[Period]:
    days = sorted({each.month.ends_on for row in rows for each in row.figures})
    found = []
    for day in days:
        known = [
            by_then[-1] for row in rows if (by_then := [each for each in row.figures if each.month.ends_on <= day])
        ]
        new = sum(each.month.ends_on == day for each in known)
        found.append(Period(day, len(known), new, round(overall(each.difference for each in known) or 0, 1)))
    return found


def lines_of(found: Office) -> Iterator[list[Any]]:
    """One line for each figure that was given, and one for each competency without any."""
    yield [
        "Competency", "Month", "Asked", "People", "Below what is asked", "Mean",
        "Mean difference", "Before, same people", "After, same people", "Before was",
    ]  # fmt: skip
    for row in found.rows:
        if not row.figures:
            yield [row.about.title, "", row.required, f"fewer than {FEWEST}", *[""] * 6]
        for each in row.figures:
            yield [
                row.about.title, each.month.ends_on, each.required, each.people, each.below_words, each.mean_words,
                apart_words(each.difference), _maybe(each.before), _maybe(each.after), each.since or "",
            ]  # fmt: skip


def _maybe(difference: float | None) -> str:
    return "" if difference is None else apart_words(difference)
