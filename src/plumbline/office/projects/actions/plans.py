"""Plan versions: recorded once, never changed."""

from __future__ import annotations

from datetime import date, datetime
from typing import NamedTuple

from django.core.exceptions import ValidationError

from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.facts import PlanFacts
from plumbline.engine.metrics.finish_slip_days import expected_finish
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import Calculation, LoopInSchedule, calculate
from plumbline.engine.schedule.document import dump, dump_calculation
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.documents import Packed, keep, packed
from plumbline.office.projects.models import PlanVersion, Project


class RecordedPlan(NamedTuple):
    version: PlanVersion
    is_new: bool


def record_plan(
    project: Project,
    *,
    by: Person | None,
    schedule: Schedule,
    source_format: str,
    message: str = "",
    original_digest: str = "",
) -> RecordedPlan:
    """Adds the plan as the project's next version and marks that its facts have changed.

    A plan equal to the current version is that version: none is added. ``source_format`` names the reader,
    ``original_digest`` is the SHA-256 of the file it came from. Raises ``ValidationError`` if the project is archived.
    """
    document = packed(dump(schedule))
    calculation, problem = _calculated(schedule)
    with action("record_plan", by=by, scope=project.organisation) as line:
        # the lock gives two who record at once two numbers
        held = Project.objects.select_for_update().get(pk=project.pk)
        if held.archived_at:
            raise ValidationError(f"{held} is archived and takes no more plans.")
        current = held.current_plan
        if current and current.document_id == document.digest:
            line.nothing_happened()
            return RecordedPlan(current, is_new=False)
        version = _version(held, schedule, document, calculation)
        version.number = current.number + 1 if current else 1
        version.calculation_problem = problem
        version.source_format, version.original_digest, version.message = source_format, original_digest, message
        version.recorded_by = by
        add(version)
        change(held, current_plan=version, facts_changed_at=now())
        project.refresh_from_db(fields=["current_plan", "facts_changed_at"])
        line.about(version, project=str(held), number=version.number, document=document.digest)
        return RecordedPlan(version, is_new=True)


def set_baseline(project: Project, *, by: Person | None, version: PlanVersion | None, reason: str) -> Project:
    """Chooses what the project is measured against. ``None`` takes the baseline inside each plan, if it has one."""
    with action("set_baseline", by=by, scope=project.organisation) as line:
        if version and version.project_id != project.pk:
            raise ValidationError({"version": f"{version} is a plan of another project."})
        if not reason.strip():
            raise ValidationError({"reason": "Say why: a baseline is a promise, and changing it needs a reason."})
        changed = change(project, baseline=version)
        if changed:
            change(project, facts_changed_at=now())
        line.about(project, changed=changed, reason=reason.strip())
        return project


def _calculated(schedule: Schedule) -> tuple[Calculation | None, str]:
    """A plan with a loop, or beyond its calendars, is evidence too: it is kept, with what is wrong."""
    try:
        return calculate(schedule), ""
    except (LoopInSchedule, OutOfWorkingTime) as reason:
        return None, str(reason)


def _version(project: Project, schedule: Schedule, document: Packed, calculation: Calculation | None) -> PlanVersion:
    return PlanVersion(
        project=project,
        document=keep(document),
        calculation_document=keep(packed(dump_calculation(calculation))) if calculation else None,
        data_date=_day(schedule.data_date),
        start=_day(calculation.start) if calculation else _day(schedule.start),
        finish=_day(expected_finish(PlanFacts(schedule, calculation))) if calculation else None,
        activity_count=sum(1 for each in schedule.activities if not each.is_summary),
    )


def _day(moment: datetime | None) -> date | None:
    return moment.date() if moment else None
