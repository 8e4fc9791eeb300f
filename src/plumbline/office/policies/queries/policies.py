"""Which policies there are for somebody. Who may not see drafts knows of no policy that was never published."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import OuterRef, Q, QuerySet, Subquery
from django.http import Http404

from plumbline.office.foundation.access import may
from plumbline.office.people.models import Membership
from plumbline.office.people.queries import today
from plumbline.office.policies.models import Policy, PolicyDraft, PolicyReview, PolicyVersion

HELD, DRAFTED, WAITING, WITHDRAWN = "published", "drafted", "waiting", "withdrawn"


@dataclass(frozen=True, slots=True)
class Filters:
    """``state`` is one of the words above; without it all that are not withdrawn."""

    search: str = ""
    kind: str = ""
    state: str = ""
    overdue: bool = False


def policies(reader: Membership, filters: Filters | None = None) -> QuerySet[Policy]:
    """By title, with ``draft_state`` of the open draft where the reader may know of it."""
    filters = filters or Filters()
    found = _seen_by(reader).select_related("owner", "current").defer("current__text")
    for word in filters.search.split():
        found = found.filter(Q(title__icontains=word) | Q(area__icontains=word) | Q(current__text__icontains=word))
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.state == WITHDRAWN:
        found = found.filter(state=Policy.State.WITHDRAWN)
    else:
        found = found.exclude(state=Policy.State.WITHDRAWN)
    if filters.state == HELD:
        found = found.filter(state=Policy.State.PUBLISHED)
    drafts = PolicyDraft.objects.filter(policy=OuterRef("pk"), state__in=PolicyDraft.OPEN)
    if not _sees_every_draft(reader):
        drafts = drafts.filter(policy__owner=reader.person)
    found = found.annotate(draft_state=Subquery(drafts.values("state")[:1]))
    if filters.state in (DRAFTED, WAITING):
        states = [PolicyDraft.State.ASKED] if filters.state == WAITING else PolicyDraft.OPEN
        found = found.filter(draft_state__in=states)
    if filters.overdue:
        found = found.filter(state=Policy.State.PUBLISHED, review_due__lt=today(reader.organisation))
        found = found if _sees_every_draft(reader) else found.filter(owner=reader.person)
    return found


def policy(reader: Membership, policy_id: int) -> Policy:
    """404 for one of another organisation, and for one that was never published to who may not see drafts."""
    found = (
        _seen_by(reader)
        .select_related("organisation", "owner", "current__approved_by", "withdrawn_by")
        .filter(pk=policy_id)
        .first()
    )
    if found is None:
        raise Http404
    return found


def versions(policy: Policy) -> QuerySet[PolicyVersion]:
    """The latest first, with who wrote and who approved each; without their texts."""
    found = PolicyVersion.objects.filter(policy=policy).select_related("approved_by", "draft")
    return found.defer("text", "draft__text").prefetch_related("draft__writers")


def reviews(policy: Policy) -> QuerySet[PolicyReview]:
    """When somebody found it to be right still, the last first."""
    return (
        PolicyReview.objects.filter(version__policy=policy).select_related("person", "version").defer("version__text")
    )


def version(policy: Policy, number: int) -> PolicyVersion:
    """404 for a number that the policy does not have."""
    found = PolicyVersion.objects.filter(policy=policy, number=number).select_related("approved_by", "draft").first()
    if found is None:
        raise Http404
    return found


def open_draft(policy: Policy) -> PolicyDraft | None:
    return policy.drafts.filter(state__in=PolicyDraft.OPEN).prefetch_related("writers", "sent_back__person").first()


def _seen_by(reader: Membership) -> QuerySet[Policy]:
    found = Policy.objects.filter(organisation=reader.organisation)
    if _sees_every_draft(reader):
        return found
    return found.filter(Q(current__isnull=False) | Q(owner=reader.person))


def _sees_every_draft(reader: Membership) -> bool:
    return may(reader, "write_policies") or may(reader, "approve_policies")
