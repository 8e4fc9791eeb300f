"""The pulse of the city: a project is back to green and its team believes it less and less; a unit does well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime, time, timedelta
from functools import partial

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.people.models import Unit
from plumbline.office.projects.models import Project
from plumbline.office.pulse import actions
from plumbline.office.pulse.models import TeamRound

PROJECT, UNIT = "ST-01", "Infrastructure"
Answers = Mapping[str, Sequence[int]]
ROUNDS: tuple[tuple[int, Answers, Answers], ...] = (
    (
        42,
        {"osric": (5, 4, 4), "vesna": (4, 4, 4), "elowen": (4, 3, 4), "sunniva": (4, 4, 3), "noor": (4, 3, 4)},
        {"ilka": (4, 4, 4), "petra": (3, 3, 4), "lior": (4, 4, 3), "bastian": (3, 4, 4), "aurel": (4, 3, 3)},
    ),
    (
        28,
        {"osric": (4, 4, 4), "vesna": (3, 4, 3), "elowen": (3, 3, 4), "sunniva": (2, 3, 3), "noor": (3, 3, 3)},
        {"ilka": (4, 4, 4), "petra": (4, 3, 4), "lior": (4, 4, 4), "bastian": (3, 4, 4), "aurel": (4, 4, 4)},
    ),
    (
        14,
        {"osric": (3, 4, 4), "vesna": (2, 4, 3), "elowen": (2, 3, 3), "sunniva": (1, 2, 2), "noor": (2, 3, 3)},
        {"ilka": (5, 4, 4), "petra": (4, 4, 5), "lior": (4, 5, 4), "bastian": (4, 4, 5), "aurel": (4, 4, 4)},
    ),
)
"""Days before the anchor, and what was answered: of the project's team, and of the unit."""


def tell_pulse(telling: Telling, office: Office, anchor: date) -> None:
    """Three rounds that have closed, and one from the anchor on that nobody has answered yet."""

    def at(days: int, hour: int) -> datetime:
        return datetime.combine(anchor - timedelta(days=days), time(hour))

    telling.add(at(43, 9), lambda: _set_up(office))
    for days, of_project, of_unit in ROUNDS:
        telling.add(at(days, 7), actions.keep_up)
        telling.add(at(days - 2, 16), partial(_answer, office, of_project, of_unit))
        telling.add(at(days - 5, 7), actions.keep_up)
    telling.add(at(0, 7), actions.keep_up)


def _set_up(office: Office) -> None:
    actions.set_up(
        office.organisation,
        by=office.manager,
        cadence="fortnightly",
        questions=actions.DEFAULT_QUESTIONS,
        asks_confidence=True,
        projects=Project.objects.filter(organisation=office.organisation, code=PROJECT),
        units=Unit.objects.filter(organisation=office.organisation, name=UNIT),
    )


def _answer(office: Office, of_project: Answers, of_unit: Answers) -> None:
    for team in TeamRound.objects.filter(round__is_closed=False, round__pulse__organisation=office.organisation):
        for key, values in (of_project if team.project_id else of_unit).items():
            actions.answer_as(team, values, by=office.people[key])
