"""Who manages a project hears of criteria that were met and are not any more, once a run."""

from __future__ import annotations

from collections.abc import Sequence

from django.urls import reverse

from plumbline.office.acceptance.models import Criterion
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.queries import people_with
from plumbline.office.projects.models import Project
from plumbline.office.test_runs.models import ManualEvidence, TestRun

MANAGED = Wording("You manage the project.")


def tell_of_red(project: Project, run: TestRun, red: Sequence[Criterion]) -> None:
    organisation = project.organisation
    managers = people_with(organisation, "see_acceptance").filter(managed_projects=project)
    title = Wording(
        "Tests of {project} fail for {criterion}", project=project.name, criterion=", ".join(map(str, red[:3]))[:150]
    )
    if len(red) > 1:
        title = Wording("Tests of {project} fail for {count} criteria", project=project.name, count=len(red))
    notify(
        organisation,
        managers,
        kind="test_evidence",
        title=title,
        reason=MANAGED,
        path=reverse("test_runs:run", args=[organisation.slug, project.pk, run.number]),
        key=f"test-run:{run.pk}:red",
        about=f"project:{project.pk}",
    )


def tell_of_seen_red(criterion: Criterion, seen: ManualEvidence) -> None:
    project = criterion.project
    organisation = project.organisation
    managers = people_with(organisation, "see_acceptance").filter(managed_projects=project)
    notify(
        organisation,
        managers.exclude(pk=seen.by_id),
        kind="test_evidence",
        title=Wording("{person} saw that {criterion} is not met", person=seen.by.name, criterion=str(criterion)[:150]),
        reason=MANAGED,
        path=reverse("test_runs:evidence", args=[organisation.slug, project.pk, criterion.pk]),
        key=f"manual-evidence:{seen.pk}:red",
        about=f"project:{project.pk}",
    )
