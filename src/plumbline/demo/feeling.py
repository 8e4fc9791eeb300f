"""The pulse of the city: a team that believes less and less in its milestone, and a unit in good spirits."""

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

PROJECT, UNIT = "TR-01", "Mobility services"
Answers = Mapping[str, Sequence[int]]
ROUNDS: tuple[tuple[int, Answers, Answers], ...] = (
    (
        42,
        {"osric": (5, 4, 4), "vesna": (4, 4, 4), "elowen": (4, 3, 4), "lior": (4, 4, 3), "MANAGER": (4, 3, 4)},
        {"noor": (4, 4, 4), "tomas": (3, 3, 4), "sunniva": (4, 4, 3), "jory": (3, 4, 4), "maren": (4, 3, 3)},
    ),
    (
        28,
        {"osric": (4, 4, 4), "vesna": (3, 4, 3), "elowen": (3, 3, 4), "lior": (2, 3, 3), "MANAGER": (3, 3, 3)},
        {"noor": (4, 4, 4), "tomas": (4, 3, 4), "sunniva": (4, 4, 4), "jory": (3, 4, 4), "maren": (4, 4, 4)},
    ),
    (
        14,
        {"osric": (3, 4, 4), "vesna": (2, 4, 3), "elowen": (2, 3, 3), "lior": (1, 2, 2), "MANAGER": (2, 3, 3)},
        {"noor": (5, 4, 4), "tomas": (4, 4, 5), "sunniva": (4, 5, 4), "jory": (4, 4, 5), "maren": (4, 4, 4)},
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
