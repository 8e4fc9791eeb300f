"""Where a set-up stands: its steps, what they say, and which comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plumbline.office.founding import queries
from plumbline.office.founding.models import Founding
from plumbline.office.founding.steps import FORMS, ROWS, defaults
from plumbline.office.mandate import catalogue_of
from plumbline.office.mandate.models import Authority
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.services.built_in import offers

ORDER = tuple(each[0] for each in FORMS)


@dataclass(frozen=True, slots=True)
class Place:
    number: int
    key: str
    title: str
    is_answered: bool
    is_current: bool


def places(founding: Founding | None, current: str) -> list[Place]:
    answers = founding.answers if founding else {}
    return [Place(n, key, title, key in answers, key == current) for n, (key, title, *_) in enumerate(FORMS, start=1)]


def resume_at(founding: Founding | None) -> str:
    """The first step that nobody answered; the last one if all are."""
    answers = founding.answers if founding else {}
    return next((key for key in ORDER if key not in answers), ORDER[-1])


def answers_of(organisation: Organisation, founding: Founding | None) -> dict[str, Any]:
    """What is said in each step, by somebody or by default."""
    given = founding.answers if founding else {}
    presets = {each.key: each.value for each in queries.presets(queries.profile_of(organisation))}
    begin = founding.begun_at.date() if founding else today(organisation)
    return defaults(given, presets, organisation.name, begin) | given


def reads(answers: dict[str, Any]) -> list[tuple[str, list[str]]]:
    """The charter as it will read: headings and their lines."""
    known, authority, standard, rhythm = offers(), answers["authority"], answers["standard"], answers["rhythm"]
    may = [f"{Authority.Kind(each.kind).label}: {each.what}." for each in catalogue_of.usual_of(authority["control"])]
    common = [catalogue_of.challenges()[each].title for each in answers["challenges"]["chosen"]]
    return [
        ("Purpose", [authority["purpose"]]),
        ("Challenges", common + answers["challenges"]["own"].splitlines()),
        (
            "Authority",
            [f"{authority['control'].capitalize()}.", *may],
        ),
        ("Services", [known[each].title for each in answers["services"]["chosen"]]),
        (
            "Standard",
            [
                f"Based on {dict(queries.CHOICES['standard'])[standard['standard']]}. Reports every "
                f"{standard['report_days']} days, plans every {standard['plan_days']} days."
            ],
        ),
        ("Posts", list(answers["people"]["posts"])),
        ("Rhythm", [f"Reports on day {rhythm['report_day']}, board on day {rhythm['board_day']} of the month."]),
        ("The first 90 days", [f"{due}: {title}" for title, due in roadmap_of(answers)]),
    ]


def roadmap_of(answers: dict[str, Any]) -> list[tuple[str, str]]:
    """Titles and days, in order of the days."""
    rows = [(answers["roadmap"].get(f"title_{n}"), answers["roadmap"].get(f"due_{n}")) for n in range(1, ROWS + 1)]
    return sorted(((title, due) for title, due in rows if title and due), key=lambda each: each[1])
