"""The manager takes what was told into a draft of the plan of their own, or says why not.

A draft's edits are kept by their own action, so each is done first and the decision noted after it. An edit is named
after its update: if the second step is lost, accepting it again finds the edit done.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.engine.editing import CannotEdit
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.planning import actions as planning
from plumbline.office.planning.kept import plan_of
from plumbline.office.planning.models import PlanDraft
from plumbline.office.planning.refusals import Conflict, NotOpen
from plumbline.office.progress.actions.reading import renew_due_days
from plumbline.office.progress.as_edits import edits_for, row_of
from plumbline.office.progress.models import MOST_WORDS, ProgressUpdate, UpdateDecision
from plumbline.office.progress.queries.words import waiting_of
from plumbline.office.projects.held import locked
from plumbline.office.projects.models import Project

Outcome = UpdateDecision.Outcome
MOST_AT_ONCE = 200


@dataclass
class Accepted:
    """``draft`` is none where nothing had to be written. ``left``: what could not be taken, each with the reason."""

    draft: PlanDraft | None = None
    taken: list[ProgressUpdate] = field(default_factory=list)
    left: list[tuple[ProgressUpdate, str]] = field(default_factory=list)
    data_date: date | None = None


def accept(
    project: Project, updates: Sequence[ProgressUpdate], *, by: Person, data_date: date | None = None
) -> Accepted:
    """The oldest first, one edit each, into the open draft of ``by``, which is begun if there is none.

    ``data_date``: the day to which that of the draft is moved. Raises ``ValidationError`` if no draft can be begun.
    """
    if data_date and data_date > today(project.organisation):
        raise ValidationError("The data date cannot be moved beyond today: nothing has happened there yet.")
    asked = {each.pk for each in updates}
    waiting = [each for each in waiting_of(project) if each.pk in asked][:MOST_AT_ONCE]
    found = Accepted()
    if data_date or any(each.changes_the_plan for each in waiting):
        found.draft = planning.begin(project, by=by)
    for each in waiting:
        try:
            if each.changes_the_plan and found.draft:
                found.draft = _written(found.draft, each)
            _decide(each, Outcome.ACCEPTED, by=by, draft=found.draft if each.changes_the_plan else None)
            found.taken.append(each)
        except (CannotEdit, Conflict, NotOpen) as refused:
            found.left.append((each, str(refused)))
        except ValidationError as refused:
            found.left.append((each, " ".join(refused.messages)))
    if data_date and found.draft:
        found.data_date = _move_data_date(found, data_date)
    return found


def refuse(update: ProgressUpdate, *, by: Person, reason: str) -> UpdateDecision:
    """Who told it is told why. Raises ``ValidationError``."""
    reason = reason.strip()
    if not reason:
        raise ValidationError({"reason": "Say why, so that whoever told it knows what to do."})
    if len(reason) > MOST_WORDS:
        raise ValidationError({"reason": f"A reason has at most {MOST_WORDS:,} characters; shorten it."})
    return _decide(update, Outcome.REFUSED, by=by, reason=reason)


def _written(draft: PlanDraft, update: ProgressUpdate) -> PlanDraft:
    schedule = plan_of(draft).schedule
    activity = row_of(schedule, update.uid)
    if activity is None:
        raise CannotEdit("It is not in your draft of the plan any more. Refuse it, or add the activity again.")
    if activity.is_summary:
        raise CannotEdit("It has become a summary, whose dates follow from what is below it. Refuse it.")
    edits = edits_for(update, activity, schedule)
    if not edits:
        return draft
    return planning.edit(draft, edits, seen=draft.revision, key=f"progress:{update.pk}").draft


def _move_data_date(found: Accepted, data_date: date) -> date | None:
    assert found.draft
    moment = plan_of(found.draft).schedule.data_date
    if moment and moment.date() >= data_date:
        return None
    arguments = {"data_date": data_date.isoformat()}
    found.draft = planning.edit(found.draft, [("settings", arguments)], seen=found.draft.revision).draft
    return data_date


def _decide(
    update: ProgressUpdate, outcome: str, *, by: Person, reason: str = "", draft: PlanDraft | None = None
) -> UpdateDecision:
    verb = "accept_progress" if outcome == Outcome.ACCEPTED else "refuse_progress"
    with action(verb, by=by, scope=update.project.organisation) as line:
        project = locked(update.project)
        if not waiting_of(project).filter(pk=update.pk).exists():
            raise ValidationError("Somebody has decided about this meanwhile. Load the page again.")
        decision = add(UpdateDecision(update=update, outcome=outcome, by=by, reason=reason, draft=draft, at=now()))
        if outcome == Outcome.REFUSED:
            renew_due_days(project, [update.uid])
            _tell_refused(update, by, reason)
        line.about(update, project=str(project), draft=draft.pk if draft else None, reason=reason)
    return decision


def _tell_refused(update: ProgressUpdate, by: Person, reason: str) -> None:
    if update.by_id == by.pk:
        return
    organisation = update.project.organisation
    notify(
        organisation,
        [update.by],
        kind="progress_refused",
        title=Wording(
            "{by} did not take over what you told of {activity}: {reason}", by=by, activity=update, reason=reason
        ),
        reason=Wording("You told how this activity stands."),
        path=reverse("progress:mine", args=[organisation.slug]),
        key=f"progress_refused:{update.pk}",
        about=f"project:{update.project_id}",
    )
