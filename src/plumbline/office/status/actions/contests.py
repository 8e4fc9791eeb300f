"""Saying with a reason that a computed status is wrong. The status stays as it is; the words stand beside it."""

from __future__ import annotations

from datetime import date, timedelta

from django.core.exceptions import ValidationError

from plumbline.office.assurance.models import CurrentStatus, Standing, Status
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.status.models import Contest
from plumbline.office.status.queries.contests import contests_holding

LONGEST_CONTEST = timedelta(days=92)
"""A quarter: whoever is still right then has had time to bring the evidence."""


def contest_status(project: Project, dimension: str, *, by: Person, reason: str, last_day: date) -> Contest:
    """Contests what the evidence says of the dimension now, through ``last_day``.

    Raises ``ValidationError`` by field, and where there is nothing to contest or somebody contests it already.
    """
    with action("contest_status", by=by, scope=project.organisation) as line:
        Project.objects.select_for_update().get(pk=project.pk)  # of two who contest at once, the second is told
        current = CurrentStatus.objects.filter(project=project, dimension=dimension).first()
        if current is None or current.status == Status.UNKNOWN:
            raise ValidationError("There is no evidence to contest. Bring what is missing instead.")
        if dimension in contests_holding(project):
            raise ValidationError("It is contested already. End that first.")
        _check(project, reason, last_day)
        contest = add(
            Contest(
                project=project,
                dimension=dimension,
                evidence=current.status,
                assessment=Standing.objects.get(project=project).assessment,
                reason=reason.strip(),
                by=by,
                last_day=last_day,
            )
        )
        line.about(contest, dimension=dimension, evidence=current.status, last_day=str(last_day))
        return contest


def end_contest(contest: Contest, *, by: Person) -> None:
    """Before its last day. What is over already stays as it is."""
    with action("end_contest", by=by, scope=contest.project.organisation) as line:
        locked = (
            Contest.objects.select_for_update(of=("self",)).select_related("project__organisation").get(pk=contest.pk)
        )
        if not locked.holds_on(today(locked.project.organisation)):
            line.nothing_happened()
            return
        change(locked, ended_at=now(), ended_by=by)
        line.about(locked, dimension=locked.dimension)


def _check(project: Project, reason: str, last_day: date) -> None:
    day = today(project.organisation)
    if not reason.strip():
        raise ValidationError({"reason": "Say what the evidence does not show."})
    if not day <= last_day <= day + LONGEST_CONTEST:
        limit = f"{day + LONGEST_CONTEST:%-d %B %Y}"
        raise ValidationError({"last_day": f"A contest ends between today and {limit}. Then it can be renewed."})
