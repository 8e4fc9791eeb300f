"""Who has to agree is told so; who agreed on a text that has changed is told that it has."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from plumbline.office.acceptance.models import Criterion, CriterionText, Deliverable
from plumbline.office.acceptance.queries.standing import present_text, standing_of
from plumbline.office.acceptance.queries.voices import Speakers, speakers
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project


def ask_to_agree(criterion: Criterion, by: Person | None) -> None:
    """All who speak for a voice, but for whoever wrote it."""
    text = present_text(criterion)
    notify(
        criterion.project.organisation,
        _others(speakers(criterion.project), by),
        kind="criterion_asked",
        title=Wording("Do you agree? {criterion}", criterion=criterion),
        reason=Wording("You speak for a voice in {project}.", project=criterion.project.name),
        path=_page(criterion),
        key=f"criterion-text:{text.pk}",
        about=f"project:{criterion.project_id}",
    )


def ask_to_agree_on_several(deliverable: Deliverable, count: int, by: Person | None, key: str) -> None:
    """One notice for what arrived together."""
    project = deliverable.project
    notify(
        project.organisation,
        _others(speakers(project), by),
        kind="criterion_asked",
        title=Wording("{count} criteria wait for your agreement: {deliverable}", count=count, deliverable=deliverable),
        reason=Wording("You speak for a voice in {project}.", project=project.name),
        path=reverse("acceptance:deliverable", args=[project.organisation.slug, project.pk, deliverable.pk]),
        key=key,
        about=f"project:{project.pk}",
    )


def tell_of_change(criterion: Criterion, before: CriterionText, by: Person | None) -> None:
    """Those who had agreed are told that they have not any more; all others who have to agree are asked again."""
    text = present_text(criterion)
    agreed = {each.by_id: each.by for given in standing_of(before).values() for each in given}
    if by is not None:
        agreed.pop(by.pk, None)
    notify(
        criterion.project.organisation,
        agreed.values(),
        kind="criterion_changed",
        title=Wording("The text you agreed on has changed: {criterion}", criterion=criterion),
        reason=Wording("Your agreement was to the text before."),
        path=_page(criterion),
        key=f"criterion-text:{text.pk}",
        about=f"project:{criterion.project_id}",
    )
    ask_to_agree(criterion, by)


def _others(who: Speakers, by: Person | None) -> Iterable[Person]:
    told = {each.pk: each for voice in who.asked for each in who.to_be_told(voice)}
    if by is not None:
        told.pop(by.pk, None)
    return told.values()


def _page(criterion: Criterion) -> str:
    project: Project = criterion.project
    return reverse("acceptance:criterion", args=[project.organisation.slug, project.pk, criterion.pk])
