"""A draft is begun, laid aside, and taken up again."""

from __future__ import annotations

from datetime import date, datetime, time

from django.core.exceptions import ValidationError

from plumbline.engine.editing import editable, empty_plan
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.document import dump
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.planning.limits import MOST_OPEN_DRAFTS, check_beginning
from plumbline.office.planning.models import PlanDraft
from plumbline.office.projects import queries as projects
from plumbline.office.projects.documents import keep, packed
from plumbline.office.projects.held import locked
from plumbline.office.projects.models import Project

BEGINS_AT = time(8)
EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)


def begin(project: Project, *, by: Person, empty: bool = False, start: date | None = None) -> PlanDraft:
    """A draft of the current plan, or of an empty one that begins on ``start``. The draft that is open already stays.

    Raises ``ValidationError`` for an archived project, where there is no plan, and by field.
    """
    with action("begin_plan_draft", by=by, scope=project.organisation) as line:
        held = locked(project)
        if found := PlanDraft.objects.filter(project=held, author=by, state=PlanDraft.State.OPEN).first():
            line.nothing_happened()
            return found
        _must_have_room(by, held)
        schedule = _empty(held, start) if empty else _current(held)
        draft = PlanDraft(
            project=held,
            author=by,
            base=None if empty and held.current_plan is None else held.current_plan,
            beginning=keep(packed(dump(schedule))),
        )
        add(draft)
        line.about(draft, project=str(held), base=held.current_plan.number if held.current_plan else None, empty=empty)
    return draft


def discard(draft: PlanDraft, *, by: Person) -> PlanDraft:
    """Lays it aside with all its edits. Raises ``ValidationError`` for one that is not open."""
    with action("discard_plan_draft", by=by, scope=draft.project.organisation) as line:
        held = held_draft(draft)
        if not held.is_open:
            raise ValidationError(f"The draft is {held.get_state_display().lower()} already.")
        change(held, state=PlanDraft.State.DISCARDED, ended_at=now())
        line.about(held, project=str(held.project), edits=held.revision)
    return held


def take_up_again(draft: PlanDraft, *, by: Person) -> PlanDraft:
    """Raises ``ValidationError`` for one that was not discarded, and where another is open."""
    with action("take_up_plan_draft", by=by, scope=draft.project.organisation) as line:
        project = locked(draft.project)
        held = held_draft(draft)
        if held.state != PlanDraft.State.DISCARDED:
            raise ValidationError("Only a draft that was discarded can be taken up again.")
        if PlanDraft.objects.filter(project=project, author=held.author, state=PlanDraft.State.OPEN).exists():
            raise ValidationError("You have another draft of this plan. Publish or discard it first.")
        _must_have_room(held.author, project)
        change(held, state=PlanDraft.State.OPEN, ended_at=None)
        line.about(held, project=str(project))
    return held


def held_draft(draft: PlanDraft) -> PlanDraft:
    """Inside an action: as it is now. Of two who act at once, the second waits."""
    found = PlanDraft.objects.select_for_update(of=("self",)).select_related(
        "project__organisation", "project__current_plan", "author", "base"
    )
    return found.get(pk=draft.pk)


def _must_have_room(author: Person, project: Project) -> None:
    open_drafts = PlanDraft.objects.filter(
        author=author, state=PlanDraft.State.OPEN, project__organisation=project.organisation
    )
    if open_drafts.count() >= MOST_OPEN_DRAFTS:
        raise ValidationError(f"You have {MOST_OPEN_DRAFTS} open drafts. Publish or discard one of them first.")


def _current(project: Project) -> Schedule:
    if project.current_plan is None:
        raise ValidationError({"source": "The project has no plan yet. Start an empty one, or upload a file."})
    schedule = editable(projects.schedule_of(project.current_plan))
    check_beginning(schedule)
    return schedule


def _empty(project: Project, start: date | None) -> Schedule:
    day = start or today(project.organisation)
    if not EARLIEST <= day <= LATEST:
        raise ValidationError({"start": f"Give a day from {EARLIEST.year} to {LATEST.year}."})
    return empty_plan(project.name, datetime.combine(day, BEGINS_AT))
