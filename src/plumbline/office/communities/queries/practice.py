"""What communities add to a place: guidance from practice, and whom to ask."""

from __future__ import annotations

from collections.abc import Collection

from plumbline.office.communities.models import Community, CommunityAnswer
from plumbline.office.communities.queries.pages import IN_FORCE
from plumbline.office.people.models import Organisation

MOST_PRACTICE = 10


def practice_about(organisation: Organisation, topics: Collection[str]) -> list[CommunityAnswer]:
    """Answers in force about these topics, the latest accepted first. One query."""
    found = CommunityAnswer.objects.filter(IN_FORCE, question__community__organisation=organisation)
    shown = found.filter(question__hidden_at=None, question__topic__in=set(topics) - {""})
    return list(shown.select_related("question__community", "by").order_by("-accepted_at", "-pk")[:MOST_PRACTICE])


def communities_about(organisation: Organisation, topics: Collection[str]) -> list[Community]:
    """Those that know about one of these topics, by title. One query."""
    wanted = set(topics)
    return [each for each in Community.objects.filter(organisation=organisation) if wanted & set(each.topics)]
