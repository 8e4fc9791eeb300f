"""Telling managers what they owe: when a report falls due, when it is late, and when the office asks."""

from __future__ import annotations

from datetime import timedelta

from django.db import transaction
from django.db.models import F, Q
from django.urls import reverse

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.models import Notice
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.status.models import Reporting

AHEAD = timedelta(days=3)
MOST_TOLD = 500


def remind(project: Project, *, by: Person) -> bool:
    """Once a day at most; returns whether anybody was reminded."""
    day = today(project.organisation)
    key = f"report_reminder:{project.pk}:{day}"
    with action("remind_of_report", by=by, scope=project.organisation) as audit:
        Project.objects.select_for_update().get(pk=project.pk)
        told = Notice.objects.filter(organisation=project.organisation, key=key).exists()
        if project.manager is None or told:
            audit.nothing_happened()
            return False
        title = Wording("{by} asks for the status report of {project}", by=by, project=project.name)
        _tell(project, "report_reminder", title, key)
        audit.about(project, manager=str(project.manager))
    return True


def tell_what_is_due() -> None:
    """Each manager once for each report: three days before it is due, and when it is late."""
    soon = (now() + AHEAD + timedelta(days=1)).date()
    waiting = Reporting.objects.filter(due_on__lte=soon, project__archived_at=None, project__manager__isnull=False)
    untold = ~Q(told_due_for=F("due_on")) | Q(told_due_for=None)
    untold_late = Q(late_after__lt=soon) & (~Q(told_late_for=F("due_on")) | Q(told_late_for=None))
    for found in waiting.filter(untold | untold_late).select_related("project__organisation", "project__manager")[
        :MOST_TOLD
    ]:
        _tell_of(found)


def _tell_of(reporting: Reporting) -> None:
    project, due = reporting.project, reporting.due_on
    day = today(project.organisation)
    if due is None or reporting.late_after is None:
        return
    with transaction.atomic():
        if day > reporting.late_after and reporting.told_late_for != due:
            title = Wording("The status report of {project} is late", project=project.name)
            _tell(project, "report_late", title, f"report_late:{project.pk}:{due}")
            Reporting.objects.filter(pk=reporting.pk).update(told_late_for=due, told_due_for=due)
        elif day >= due - AHEAD and reporting.told_due_for != due:
            title = Wording("The status report of {project} is due on {due}", project=project.name, due=due)
            _tell(project, "report_due", title, f"report_due:{project.pk}:{due}")
            Reporting.objects.filter(pk=reporting.pk).update(told_due_for=due)


def _tell(project: Project, kind: str, title: Wording, key: str) -> None:
    assert project.manager
    notify(
        project.organisation,
        [project.manager],
        kind=kind,
        title=title,
        reason=Wording("You manage this project."),
        path=reverse("status:write", args=[project.organisation.slug, project.pk]),
        key=key,
        about=f"project:{project.pk}",
    )
