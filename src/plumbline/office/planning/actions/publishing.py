"""A draft becomes the next version of the plan, as an uploaded file does."""

from __future__ import annotations

from collections.abc import Mapping

from django.core.exceptions import ValidationError

from plumbline.office.assurance.jobs import assess_project
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.planning.actions.beginning import held_draft
from plumbline.office.planning.models import PlanDraft
from plumbline.office.planning.queries.publishing import publication
from plumbline.office.projects.actions import record_plan
from plumbline.office.projects.held import locked
from plumbline.office.projects.models import PlanVersion

FORMAT = "plumbline editor"


def publish(
    draft: PlanDraft,
    *,
    by: Person,
    message: str,
    revision: int,
    version: int | None,
    choices: Mapping[str, str] | None = None,
) -> PlanVersion:
    """``revision`` and ``version`` are what the page has shown: the draft's, and the current plan's number if any.

    Raises ``ValidationError`` where either has moved on, where nothing changed, and while a conflict is undecided.
    """
    if not message.strip():
        raise ValidationError({"message": "Say in a sentence what is new, for those who read the list of versions."})
    with action("publish_plan_draft", by=by, scope=draft.project.organisation) as line:
        project = locked(draft.project)
        held = held_draft(draft)
        held.project = project
        if not held.is_open:
            raise ValidationError(f"The draft is {held.get_state_display().lower()} already.")
        if held.revision != revision:
            raise ValidationError("The draft has been edited since this page was shown. Look at it once more.")
        current = project.current_plan.number if project.current_plan else None
        if current != version:
            raise ValidationError(f"Version {current} has been recorded meanwhile. Look at what both change together.")
        ready = publication(held, project, choices or {})
        if ready.undecided:
            raise ValidationError("Choose for each row that both have changed which version counts.")
        if ready.changes_nothing:
            raise ValidationError("Nothing has changed since the current version, so there is nothing to publish.")
        recorded, _ = record_plan(
            project, by=by, schedule=ready.plan.schedule, source_format=FORMAT, message=message.strip()
        )
        change(held, state=PlanDraft.State.PUBLISHED, ended_at=now(), version=recorded)
        line.about(held, project=str(project), version=recorded.number, edits=held.revision)
        assess_project.enqueue(project.pk)
    return recorded
