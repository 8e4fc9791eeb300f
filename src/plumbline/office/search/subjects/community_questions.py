"""What is asked in communities, with what is answered there; nothing that is hidden or withdrawn."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.communities.models import CommunityQuestion
from plumbline.office.search.told import Told, address

TITLE, ICON, ORDER = "Questions of communities", "help", 84
FOLLOWS = {
    "communities.communityquestion": "pk",
    "communities.communityanswer": "answers",
    "communities.community": "community",
}


def rows() -> QuerySet[CommunityQuestion]:
    found = CommunityQuestion.objects.filter(hidden_at=None, withdrawn_at=None)
    return found.select_related("community__organisation").prefetch_related("answers")


def tell(question: CommunityQuestion) -> Iterator[Told]:
    community = question.community
    answers = [each.text for each in question.answers.all() if each.is_shown]
    yield Told(
        organisation_id=community.organisation_id,
        source_id=question.pk,
        title=question.title,
        under=community.title,
        text=" ".join(" ".join([question.text, *answers]).split()),
        path=address(
            "communities:question", organisation=community.organisation.slug, community_question_id=question.pk
        ),
        permission="take_part_in_communities",
    )
