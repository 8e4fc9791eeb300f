"""Tells the registers of the city's projects, week by week, and assesses what they changed at the end."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from decimal import Decimal
from functools import partial
from typing import Any

from plumbline.demo.office import Office
from plumbline.demo.register_entries import ENTRIES, LESSONS_USED, Told
from plumbline.demo.telling import Telling
from plumbline.office.assurance.actions import assess_while_due
from plumbline.office.projects.models import Project
from plumbline.office.registers import actions
from plumbline.office.registers.models import Entry, Kind, State

REVIEWED = {"TR-01": 1, "ST-01": 2, "DE-01": 3, "ST-02": 2, "TR-04": 3}
"""Where risks were looked at lately, in weeks before the anchor."""


def tell_registers(telling: Telling, office: Office, anchor: date) -> None:
    ten = datetime.combine(anchor, time(10, 30))
    for told in ENTRIES:
        telling.add(ten - timedelta(weeks=told.raised), partial(_add, office, told, anchor))
        if told.then:
            telling.add(ten - timedelta(weeks=1, days=3), partial(_end, office, told))
    for code, weeks in REVIEWED.items():
        telling.add(ten - timedelta(weeks=weeks), partial(_review, office, code))
    for title, code, by, applied, because in LESSONS_USED:
        telling.add(ten - timedelta(weeks=4), partial(_use, office, title, code, by, applied, because))
    telling.add(ten - timedelta(days=4), partial(_talk, office))
    telling.add(ten, partial(_assess, office))


def _add(office: Office, told: Told, anchor: date) -> None:
    project = _project(office, told.code)
    probability, impact = told.risk or (None, None)
    fields: dict[str, Any] = {
        "probability": probability,
        "impact": impact,
        "amount": None if told.amount is None else Decimal(told.amount),
        "decider": office.people.get(told.decider),
        "other_project": _project(office, told.other) if told.other else None,
        "response": told.response,
        "description": told.description,
        "category": told.category,
        "outside_party": told.party,
    }
    actions.add_entry(
        project,
        told.kind,
        by=project.manager,
        title=told.title,
        owner=office.people.get(told.owner),
        due_on=None if told.due is None else anchor - timedelta(weeks=told.due),
        **fields,
    )


def _end(office: Office, told: Told) -> None:
    entry = _entry(office, told.title)
    manager = entry.project.manager
    there = entry.other_project.manager if entry.other_project else manager
    assert manager is not None
    assert there is not None
    if told.then == "strikes":
        actions.strike(entry, by=manager, title="Water stands in the shaft of the interchange")
    elif told.then == "approved":
        actions.decide_entry(entry, by=office.people["osric"], text="Approved, out of the reserve.", approve=True)
    elif told.then == "decided":
        text = "Closed from ten to three on market days, for one season. Count the cars before and after."
        actions.decide_entry(entry, by=office.people["vesna"], text=text)
    elif told.then == "agreed":
        actions.answer_dependency(entry, by=there, agrees=True)
    elif told.then == "refused":
        actions.answer_dependency(entry, by=there, agrees=False, comment="The numbers are drawn after acceptance.")
    else:
        actions.close_entry(entry, by=manager, state=State.DONE, comment="Priced, and ordered.")


def _review(office: Office, code: str) -> None:
    for entry in Entry.objects.filter(project=_project(office, code), kind=Kind.RISK, closed_at=None):
        actions.review_entry(entry, by=entry.project.manager)


def _use(office: Office, title: str, code: str, by: str, applied: bool, because: str) -> None:
    actions.use_lesson(
        _entry(office, title),
        by=office.people[by],
        offered_at="gate:delivery_review",
        applied=applied,
        because=because,
        project=_project(office, code),
    )


def _talk(office: Office) -> None:
    entry = _entry(office, "Does the cap on fares count by day or by week?")
    actions.say(entry, by=office.people["noor"], comment="@Vesna Kestrel the supplier prices both by Friday.")


def _assess(office: Office) -> None:
    for code in sorted({each.code for each in ENTRIES}):
        assess_while_due(_project(office, code).pk)


def _entry(office: Office, title: str) -> Entry:
    found = Entry.objects.select_related("organisation", "project__manager", "other_project__manager")
    return found.get(organisation=office.organisation, title=title)


def _project(office: Office, code: str) -> Project:
    return Project.objects.select_related("organisation", "manager").get(organisation=office.organisation, code=code)
