"""What the pages of communities show, with a fixed number of queries."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.http import Http404

from plumbline.office.communities.models import (
    Community,
    CommunityAnswer,
    CommunityMember,
    CommunityQuestion,
    EarlierWords,
    Vote,
)
from plumbline.office.people.models import Organisation, Person

IN_FORCE = Q(accepted_at__isnull=False, retired_at=None, hidden_at=None)


def communities(organisation: Organisation, reader: Person) -> QuerySet[Community]:
    """With how many belong and ask, and whether the reader belongs. One query."""
    mine = CommunityMember.objects.filter(community=OuterRef("pk"), person=reader)
    is_shown = Q(questions__hidden_at=None, questions__withdrawn_at=None)
    shown = Count("questions", filter=is_shown, distinct=True)
    found = Community.objects.filter(organisation=organisation).select_related("organisation")
    return found.annotate(belongs=Exists(mine), people=Count("members", distinct=True), asked=shown)


def community_in(organisation: Organisation, reader: Person, community_id: int) -> Community:
    """404 for one of another organisation."""
    found = communities(organisation, reader).filter(pk=community_id).first()
    if found is None:
        raise Http404
    return found


def questions_of(community: Community, *, leads: bool) -> QuerySet[CommunityQuestion]:
    """The latest first; those that are hidden are for leads, those that are withdrawn for nobody."""
    found = community.questions.filter(withdrawn_at=None)
    found = found if leads else found.filter(hidden_at=None)
    settled = CommunityAnswer.objects.filter(IN_FORCE, question=OuterRef("pk"))
    number = Count("answers", filter=Q(answers__hidden_at=None, answers__withdrawn_at=None))
    return found.select_related("by").annotate(settled=Exists(settled), number=number).order_by("-at", "-pk")


def question_in(organisation: Organisation, question_id: int) -> CommunityQuestion:
    """404 for one of another organisation."""
    found = CommunityQuestion.objects.filter(community__organisation=organisation, pk=question_id)
    question = found.select_related("by", "community__organisation").first()
    if question is None:
        raise Http404
    return question


def answer_in(organisation: Organisation, answer_id: int) -> CommunityAnswer:
    """404 for one of another organisation."""
    found = CommunityAnswer.objects.filter(question__community__organisation=organisation, pk=answer_id)
    answer = found.select_related("by", "question__community__organisation").first()
    if answer is None:
        raise Http404
    return answer


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """``answers`` by what counts first: practice, then votes, then age. ``earlier``: what the question said before."""

    answers: Sequence[CommunityAnswer]
    earlier: Sequence[EarlierWords]
    is_settled: bool


def question_page(question: CommunityQuestion, reader: Person) -> QuestionPage:
    """Two queries. Each answer has ``before``: what it said before."""
    voted = Exists(Vote.objects.filter(answer=OuterRef("pk"), person=reader))
    found = question.answers.select_related("by", "accepted_by").annotate(helped=Count("votes"), voted=voted)
    answers = sorted(found, key=lambda each: (not each.is_practice, -each.helped, each.at, each.pk))
    earlier = list(question.earlier.all())
    for each in answers:
        each.before = [words for words in earlier if words.answer_id == each.pk]  # type: ignore[attr-defined]
    of_question = [words for words in earlier if words.answer_id is None]
    return QuestionPage(answers, of_question, any(each.is_practice for each in answers))
