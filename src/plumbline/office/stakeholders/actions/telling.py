"""Owners are told once when a contact or a communication is overdue."""

from __future__ import annotations

import logging
from datetime import date, timedelta

from django.db.models import F, Q, QuerySet
from django.urls import reverse

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.queries import people_in, today
from plumbline.office.stakeholders.models import Communication, Stake

logger = logging.getLogger(__name__)
Line = Stake | Communication


def tell_what_is_overdue() -> None:
    """May run at any time, in several workers at once: what was told of a day is not told of it again."""
    due: list[Line] = list(_overdue_contacts())
    due.extend(_late_communications())
    for line in due:
        try:
            _tell(line)
        except Exception:
            logger.exception("The owner of %s could not be told; the next sweep tries again.", line)


def _overdue_contacts() -> QuerySet[Stake]:
    """A rough cut; the exact one is the day of the organisation."""
    due = Stake.objects.filter(
        Q(told_of=None) | ~Q(told_of=F("contact_due_on")),
        ended_at=None,
        owner__isnull=False,
        project__archived_at=None,
        contact_due_on__lte=now().date(),
    )
    return due.select_related("project__organisation", "stakeholder", "owner")


def _late_communications() -> QuerySet[Communication]:
    due = Communication.objects.filter(
        Q(told_of=None) | ~Q(told_of=F("due_on")),
        ended_at=None,
        owner__isnull=False,
        project__archived_at=None,
        due_on__lte=now().date() + timedelta(days=1),
    )
    return due.select_related("project__organisation", "owner")


def _tell(line: Line) -> None:
    organisation = line.project.organisation
    due, title, reason, page = _words(line)
    is_late = due + timedelta(days=getattr(line, "tolerance_days", 0)) < today(organisation)
    assert line.owner is not None
    if not is_late or not people_in(organisation).filter(pk=line.owner.pk).exists():
        return
    with action("tell_overdue", by=None, scope=organisation) as audit:
        if not type(line)._default_manager.filter(pk=line.pk).exclude(told_of=due).update(told_of=due):
            audit.nothing_happened()  # another worker was faster
            return
        notify(
            organisation,
            [line.owner],
            kind="stakeholder_overdue",
            title=title,
            reason=reason,
            path=reverse(page, args=[organisation.slug, line.project_id, line.pk]),
            key=f"{page}:{line.pk}:{due}",
            about=f"project:{line.project_id}",
        )
        audit.about(line, due=str(due))


def _words(line: Line) -> tuple[date, Wording, Wording, str]:
    if isinstance(line, Stake):
        assert line.contact_due_on is not None
        title = Wording("{stakeholder} is waiting to hear from you", stakeholder=line.stakeholder)
        reason = Wording("You look after them, and a contact was due on {due}.", due=line.contact_due_on)
        return line.contact_due_on, title, reason, "stakeholders:stake"
    title = Wording("{purpose}, for {audience}, is late", purpose=line.purpose, audience=line.audience)
    reason = Wording("You answer for it, and it was due on {due}.", due=line.due_on)
    return line.due_on, title, reason, "stakeholders:hold"
