"""Questions, answers and votes."""

from __future__ import annotations

from datetime import timedelta

from django.core.exceptions import PermissionDenied, ValidationError

from plumbline.office.communities.actions.rights import must_take_part
from plumbline.office.communities.actions.telling import tell
from plumbline.office.communities.models import Community, CommunityAnswer, CommunityQuestion, Vote
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person

MOST_ANSWERS = 50
MOST_QUESTIONS_A_DAY = 20


def ask(community: Community, *, by: Person, title: str, text: str, topic: str = "") -> CommunityQuestion:
    """The members are told. Raises ``ValidationError`` by field."""
    with action("ask_community", by=by, scope=community.organisation) as line:
        must_take_part(community.organisation, by)
        Community.objects.select_for_update().get(pk=community.pk)
        if community.questions.filter(by=by, at__gt=now() - timedelta(days=1)).count() >= MOST_QUESTIONS_A_DAY:
            raise ValidationError(f"You asked {MOST_QUESTIONS_A_DAY} questions within a day. Ask again tomorrow.")
        question = CommunityQuestion(
            community=community, by=by, title=title.strip(), text=text.strip(), topic=topic, at=now()
        )
        line.about(add(question), topic=topic)
        members = community.members.values_list("person_id", flat=True)
        title_told = Wording("{by} asks in {community}: {title}", by=by, community=community, title=question)
        tell(question, members, by, "community_question", str(question.pk), title_told,
             Wording("You belong to this community."))  # fmt: skip
        return question


def answer(question: CommunityQuestion, *, by: Person, text: str) -> CommunityAnswer:
    """Who asked and who answered before are told. Raises ``ValidationError`` by field."""
    with action("answer_in_community", by=by, scope=question.community.organisation) as line:
        must_take_part(question.community.organisation, by)
        locked = CommunityQuestion.objects.select_for_update().get(pk=question.pk)
        if not locked.is_shown:
            raise ValidationError("The question is hidden or withdrawn: it cannot be answered.")
        before = list(locked.answers.values_list("by_id", flat=True))
        if len(before) >= MOST_ANSWERS:
            raise ValidationError(f"There are {MOST_ANSWERS} answers already. Ask a new question.")
        said = add(CommunityAnswer(question=locked, by=by, text=text.strip(), at=now()))
        line.about(said)
        title = Wording("{by} answers: {title}", by=by, title=question)
        key = str(said.pk)
        tell(question, [locked.by_id], by, "community_answer", key, title, Wording("You asked this question."))
        others = set(before) - {locked.by_id}
        tell(question, others, by, "community_answer", key, title, Wording("You answered this question."))
        return said


def vote(answer: CommunityAnswer, *, by: Person, helps: bool) -> None:
    """That it helps, or no longer; of each person once."""
    organisation = answer.question.community.organisation
    with action("vote_in_community", by=by, scope=organisation) as line:
        must_take_part(organisation, by)
        if answer.by_id == by.pk:
            raise PermissionDenied("Your role does not allow this: vote for your own answer.")
        locked = CommunityAnswer.objects.select_for_update().get(pk=answer.pk)
        if not (locked.is_shown and answer.question.is_shown):
            raise ValidationError("It is hidden or withdrawn: nobody can vote for it.")
        line.about(locked, helps=helps)
        if helps:
            happened = Vote.objects.get_or_create(answer=locked, person=by)[1]
        else:
            happened = bool(Vote.objects.filter(answer=locked, person=by).delete()[0])
        if not happened:
            line.nothing_happened()
