"""What stands above the grid: settings of the plan, its finish, what can be undone."""

from __future__ import annotations

from typing import Any

from plumbline.office.people.models import Membership
from plumbline.office.planning.grid.words import moment
from plumbline.office.planning.kept import KeptPlan
from plumbline.office.planning.models import DraftEdit, PlanDraft


def head_of(
    draft: PlanDraft, plan: KeptPlan, people: list[str], steps: tuple[str | None, str | None]
) -> dict[str, Any]:
    schedule = plan.schedule
    default = schedule.calendar_by_uid[schedule.default_calendar]
    names = [*people, *(each.name for each in schedule.resources if each.name)]
    return {
        "name": schedule.name,
        "start": moment(schedule.start),
        "data_date": moment(schedule.data_date),
        "must_finish_by": moment(schedule.must_finish_by),
        "finish": moment(plan.calculation.finish) if plan.calculation and schedule.activities else None,
        "calendars": [[str(each.uid), each.name] for each in schedule.calendars],
        "default_calendar": str(schedule.default_calendar),
        "currency": schedule.currency,
        "undo": steps[0],
        "redo": steps[1],
        "problem": _sentence(plan.problem),
        "people": list(dict.fromkeys(names)),
        "non_working": [day for day, windows in enumerate(default.week) if not windows],
    }


def people_of(draft: PlanDraft) -> list[str]:
    """Who may own work: the members of the organisation. One query."""
    members = Membership.objects.filter(organisation=draft.project.organisation_id, active=True)
    return list(members.order_by("person__name").values_list("person__name", flat=True))


def steps_at(draft: PlanDraft, revision: int) -> tuple[str | None, str | None]:
    """What undo and redo would take at that revision, in words. At most two queries."""
    if revision == draft.revision:
        tops = (draft.undo_top, draft.redo_top)
    else:
        there = DraftEdit.objects.filter(draft=draft, number=revision)
        tops = there.values_list("undo_top", "redo_top").first() or (0, 0)
    said = dict(DraftEdit.objects.filter(draft=draft, number__in=tops).values_list("number", "words"))
    return said.get(tops[0]), said.get(tops[1])


def _sentence(problem: str) -> str:
    return f"{problem[:1].upper()}{problem[1:]}".replace(" -> ", " → ")
