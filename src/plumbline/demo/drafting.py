"""A plan that its manager is writing at in the browser: three edits, one of them taken back, nothing published yet."""

from __future__ import annotations

from datetime import date, datetime, time

from plumbline.demo.office import Office
from plumbline.demo.telling import Telling
from plumbline.office.planning.actions import begin, edit, undo
from plumbline.office.planning.models import PlanDraft
from plumbline.office.projects.models import Project
from plumbline.office.projects.queries import schedule_of

CODE = "SC-04"


def tell_draft(telling: Telling, office: Office, anchor: date) -> None:
    """On the morning of the anchor."""
    telling.add(datetime.combine(anchor, time(11)), lambda: _write(office))


def _write(office: Office) -> None:
    project = Project.objects.select_related("current_plan", "manager").get(organisation=office.organisation, code=CODE)
    author, plan = project.manager, project.current_plan
    assert author is not None
    assert plan is not None
    ahead = [each for each in schedule_of(plan).activities if not each.is_summary and not each.is_started]
    work = next(each for each in ahead if not each.is_milestone)
    draft = begin(project, by=author)
    deeds: tuple[tuple[str, dict[str, str | list[str]]], ...] = (
        ("set", {"rows": [str(work.uid)], "field": "duration", "value": "3w"}),
        ("add", {"names": "Ask the neighbours once more", "after": str(work.uid)}),
        ("remove", {"rows": [str(ahead[-1].uid)]}),
    )
    for seen, deed in enumerate(deeds):
        edit(PlanDraft.objects.get(pk=draft.pk), [deed], seen=seen)
    undo(PlanDraft.objects.get(pk=draft.pk), seen=len(deeds))
