"""Somebody tells how an activity stands: signed in, by the link of a mail, or for somebody else."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.people.queries import has_permission, today
from plumbline.office.progress.actions.reading import renew_due_days
from plumbline.office.progress.models import (
    OwnedActivity,
    ProgressUpdate,
    ProjectProgress,
    RequestedActivity,
    UpdateDecision,
)
from plumbline.office.progress.queries.names import TELLS, owns, who_is_who
from plumbline.office.progress.queries.words import waiting_of, words_of
from plumbline.office.progress.saying import Said, checked
from plumbline.office.projects.held import locked
from plumbline.office.projects.models import Project

How = ProgressUpdate.How
MOST_WAITING = 2_000
"""In one project; more nobody reads."""


def tell(activity: OwnedActivity, said: Said, *, by: Person) -> ProgressUpdate:
    """One's own activity. Raises ``ValidationError`` by field, ``PermissionDenied``."""
    organisation = activity.project.organisation
    if not has_permission(organisation, by, TELLS) or not owns(by, activity, who_is_who(organisation)):
        raise PermissionDenied("This activity names somebody else, so it does not allow this: say how it stands.")
    return _told(activity, said, by=by, how=How.PAGE)


def tell_for(activity: OwnedActivity, said: Said, *, by: Person) -> ProgressUpdate:
    """For its owners, by somebody who may: the caller has checked ``tell_for_others``."""
    owners = "; ".join(each.name for each in activity.owners.all())[:250]
    return _told(activity, said, by=by, how=How.FOR, owner=owners)


def tell_by_link(line: RequestedActivity, said: Said) -> ProgressUpdate:
    """By whoever holds the link of a mail, once for each line. Raises ``ValidationError``."""
    activity = OwnedActivity.objects.select_related("project__organisation").filter(
        project=line.project_id, uid=line.uid
    ).first()  # fmt: skip
    if activity is None:
        raise ValidationError("The plan has changed: this activity is no longer in it. There is nothing to tell.")
    person = line.request.person
    if not owns(person, activity, who_is_who(activity.project.organisation)):
        raise ValidationError("The plan names somebody else for this by now. There is nothing for you to tell.")
    return _told(activity, said, by=person, how=How.LINK, line=line)


def _told(
    activity: OwnedActivity,
    said: Said,
    *,
    by: Person,
    how: str,
    owner: str = "",
    line: RequestedActivity | None = None,
) -> ProgressUpdate:
    organisation = activity.project.organisation
    with action("tell_progress", by=by, scope=organisation) as audit:
        project = locked(activity.project)
        if line and not RequestedActivity.objects.filter(pk=line.pk, told_at=None).update(told_at=now()):
            raise ValidationError("This was told by the link already. Sign in to tell it anew.")
        if waiting_of(project).count() >= MOST_WAITING:
            raise ValidationError(
                "So much waits to be taken into this plan that nothing more can be told. Ask its manager."
            )
        day = today(organisation)
        word = words_of(project, [activity.uid]).get(activity.uid)
        known = activity.started or (word.started if word else None)
        update = _kept(project, activity, checked(said, activity, day, known), by, how, owner)
        _supersede(update)
        renew_due_days(project, [activity.uid])
        audit.about(update, project=str(project), how=how, says=update.says)
        return update


def _kept(project: Project, activity: OwnedActivity, said: Said, by: Person, how: str, owner: str) -> ProgressUpdate:
    read = ProjectProgress.objects.select_related("version").get(project=project)
    if read.version is None:
        raise ValidationError("The project has no plan any more. There is nothing to tell.")
    return add(
        ProgressUpdate(
            project=project,
            uid=activity.uid,
            code=activity.code,
            name=activity.name,
            version=read.version,
            by=by,
            how=how,
            owner=owner,
            says=said.says,
            started=said.started,
            finished=said.finished,
            remaining=said.remaining,
            planned_finish=activity.finish,
            note=said.note,
            told_on=today(project.organisation),
            told_at=now(),
        )
    )  # fmt: skip


def _supersede(update: ProgressUpdate) -> None:
    """What the same person told of it before and still waits; what others told waits on beside it."""
    before = waiting_of(update.project).filter(uid=update.uid, by=update.by, owner=update.owner, pk__lt=update.pk)
    UpdateDecision.objects.bulk_create(
        UpdateDecision(update=each, outcome=UpdateDecision.Outcome.SUPERSEDED, newer=update, at=now())
        for each in before
    )
