"""One stakeholder in one project: how they stood over time, and when they were spoken with."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import Http404

from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.stakeholders.models import Contact, EngagementStep, Stake
from plumbline.office.stakeholders.queries.register_page import Row

SHOWN = 50


@dataclass(frozen=True, slots=True)
class StakePage:
    """The last steps and contacts, and in which other projects they have a stake."""

    stake: Stake
    row: Row
    steps: list[EngagementStep]
    contacts: list[Contact]
    contact_count: int
    elsewhere: list[Stake]


def stake(project: Project, stake_id: int) -> Stake:
    """404 for one of another project; one that has ended is there to be read."""
    found = Stake.objects.filter(project=project, pk=stake_id)
    one = found.select_related("stakeholder__person", "owner", "ended_by", "project__organisation").first()
    if one is None:
        raise Http404
    return one


def stake_page(found: Stake) -> StakePage:
    elsewhere = Stake.objects.filter(stakeholder=found.stakeholder, ended_at=None, project__archived_at=None)
    return StakePage(
        stake=found,
        row=Row(found, today(found.project.organisation)),
        steps=list(found.steps.select_related("by")[:SHOWN]),
        contacts=list(found.contacts.select_related("by")[:SHOWN]),
        contact_count=found.contacts.count(),
        elsewhere=list(elsewhere.exclude(project=found.project).select_related("project", "owner")[:SHOWN]),
    )
