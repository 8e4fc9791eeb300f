"""Iterations of the city's accounts: the scope grew twice, and a summer week was lost."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.iterations import actions
from plumbline.office.projects.models import Project

CODE = "ST-01"
TOLD = (
    (180, 20, 14, ""),
    (180, 18, 17, ""),
    (196, 18, 16, "Refunds came in after the talks with the ombudsman."),
    (196, 18, 9, "Two of five were ill."),
    (196, 16, 18, ""),
    (210, 18, 15, "Accounts for families: asked for by the council."),
    (210, 18, 19, ""),
    (210, 20, 17, ""),
)
"""Scope, planned, accepted and note of each iteration of two weeks, the oldest first."""


def tell_iterations(telling: Telling, office: Office, anchor: date) -> None:
    noon = datetime.combine(anchor, time(13))
    for ago, (scope, planned, accepted, note) in zip(range(2 * len(TOLD) - 1, 0, -2), TOLD, strict=True):
        moment = noon - timedelta(weeks=ago)
        telling.add(moment, partial(_record, office, moment.date(), scope, planned, accepted, note))


def _record(office: Office, day: date, scope: int, planned: int, accepted: int, note: str) -> None:
    project = Project.objects.get(organisation=office.organisation, code=CODE)
    actions.record_iteration(
        project,
        by=project.manager,
        ends_on=day,
        scope=Decimal(scope),
        planned=Decimal(planned),
        accepted=Decimal(accepted),
        note=note,
    )
