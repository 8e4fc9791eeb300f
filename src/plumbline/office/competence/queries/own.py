"""Everything that is known of one person, beside what is asked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plumbline.engine.competence import Fit, Said, Standing, fit_of
from plumbline.engine.course import Curriculum
from plumbline.engine.standard.competencies import Competency
from plumbline.office.competence.evidence import Shown
from plumbline.office.competence.queries.requirements import CLASSES, MEDIUM, leading_role, requirements_in
from plumbline.office.competence.queries.standings import Standings, standard_in_force
from plumbline.office.people.models import Organisation, Person
from plumbline.office.standards.queries import courses_in_force

TOLD = 3
MOST_AXES = 16


@dataclass(frozen=True, slots=True)
class Row:
    """One competency of one person. ``standing`` is ``None`` where nobody has said anything."""

    name: str
    about: Competency
    required: int
    standing: Standing | None
    gap: int
    shown: list[tuple[Shown, bool]]
    """What shows it, and whether that is too old to count."""
    said: list[Said]
    """What was said before, the latest first."""
    courses: list[tuple[str, str]]
    """Name and title of those that teach it."""

    @property
    def level(self) -> int:
        return self.standing.level if self.standing else 0

    @property
    def bar_words(self) -> str:
        there = str(self.standing.level) if self.standing else "not known"
        return f"{there}, asked {self.required}"


@dataclass(frozen=True, slots=True)
class Own:
    """``asked`` says in words by which role and class: "project manager, medium project"."""

    rows: list[Row]
    fit: Fit
    asked: str = ""

    @property
    def coverage_words(self) -> str:
        return percent(self.fit.coverage)

    @property
    def fit_words(self) -> str:
        return percent(self.fit.share)

    @property
    def required_rows(self) -> list[Row]:
        return [each for each in self.rows if each.required]

    @property
    def is_for_a_radar(self) -> bool:
        """With more axes their names lie on each other."""
        return 2 < len(self.axes) <= MOST_AXES

    @property
    def axes(self) -> list[str]:
        return [each.about.title for each in self.required_rows]

    @property
    def series(self) -> list[tuple[str, str, list[int | None]]]:
        there = [each.standing.level if each.standing else None for each in self.required_rows]
        return [("target", "Asked", [each.required for each in self.required_rows]), ("now", "There", there)]


def of(organisation: Organisation, person: Person, day: date, role: str = "", place: int = MEDIUM) -> Own:
    """In the order of the standard; what is asked of ``role`` (whoever leads) in a project of that class."""
    standard = standard_in_force(organisation)
    if standard is None:
        return Own([], fit_of({}, {}))
    known = requirements_in(organisation, standard)
    asked = known.get(role) or known.get(leading_role(standard))
    required = asked.levels[place] if asked else {}
    about = Standings(organisation, standard, [person.pk])
    standings = about.of(person.pk, day)
    fit = fit_of(required, {name: each.level for name, each in standings.items()})
    taught = courses_in_force(organisation)
    rows = [
        Row(
            name, each, required.get(name, 0), standings.get(name), fit.gaps.get(name, 0),
            about.shown(person.pk, name, day), _earlier(about.said(person.pk).get(name, []), standings.get(name)),
            courses_of(each, taught),
        )
        for name, each in standard.competencies.items()
        if required.get(name) or name in standings
    ]  # fmt: skip
    words = f"{asked.title.lower()}, {CLASSES[place].lower()} project" if asked else ""
    return Own(rows, fit, words)


def courses_of(about: Competency, taught: Curriculum) -> list[tuple[str, str]]:
    names = [each.removeprefix("course:") for each in about.learn if each.startswith("course:")]
    return [(name, taught.courses[name].title) for name in names if name in taught.courses]


def percent(share: float | None) -> str:
    return "–" if share is None else f"{share:.0%}"


def _earlier(said: list[Said], standing: Standing | None) -> list[Said]:
    others = [each for each in said if standing is None or each is not standing.said]
    return others[::-1][:TOLD]
