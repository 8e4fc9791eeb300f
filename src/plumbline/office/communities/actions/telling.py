"""Telling those who take part in a community."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from plumbline.office.communities.actions.rights import TAKE_PART
from plumbline.office.communities.models import CommunityQuestion
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.people.queries import people_with


def tell(
    question: CommunityQuestion, people: Iterable[int], by: Person, kind: str, key: str, title: Wording, reason: Wording
) -> None:
    """Those of the people (by number) who may still take part, without who did it."""
    community = question.community
    there = people_with(community.organisation, TAKE_PART).filter(pk__in=set(people) - {by.pk})
    notify(
        community.organisation,
        there,
        kind=kind,
        title=title,
        reason=reason,
        path=reverse("communities:question", args=[community.organisation.slug, question.pk]),
        key=f"{kind}:{key}",
        about=f"community:{community.pk}",
    )
