"""An accepted answer becomes guidance from practice, until it is retired."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError

from plumbline.office.communities.actions.rights import leads, must_take_part
from plumbline.office.communities.actions.telling import tell
from plumbline.office.communities.models import CommunityAnswer, CommunityQuestion
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.people.queries import has_permission, people_with


def accept(answer: CommunityAnswer, *, by: Person, seen: str | None = None) -> None:
    """By who asked, or a lead. Of two at once the first counts. Those who write the standard are told.

    ``seen``: since when the answer said what whoever accepts it has read.
    """
    question, organisation = answer.question, answer.question.community.organisation
    with action("accept_answer", by=by, scope=organisation) as line:
        must_take_part(organisation, by)
        if question.by_id != by.pk and not leads(question.community, by):
            raise PermissionDenied("Your role does not allow this: who asked accepts an answer, or a lead.")
        asked = CommunityQuestion.objects.select_for_update().get(pk=question.pk)
        locked = asked.answers.select_for_update().get(pk=answer.pk)
        if not (asked.is_shown and locked.is_shown):
            raise ValidationError("It is hidden or withdrawn: it cannot be accepted.")
        if seen is not None and seen != locked.since:
            raise ValidationError("Its author has changed it meanwhile. Read it again, then accept it.")
        if asked.answers.filter(accepted_at__isnull=False, retired_at=None).exists():
            raise ValidationError("An answer is accepted already. Retire it first.")
        change(locked, accepted_at=now(), accepted_by=by, retired_at=None, retired_because="")
        line.about(locked, topic=question.topic)
        title, kind = Wording("An answer was accepted: {title}", title=question), "community_accepted"
        key = f"{locked.pk}:{now().timestamp():.0f}"
        tell(question, [locked.by_id], by, kind, key, title, Wording("It is your answer."))
        tell(question, {asked.by_id} - {locked.by_id}, by, kind, key, title, Wording("You asked this question."))
        if question.topic:
            writers = people_with(organisation, "write_standards").values_list("pk", flat=True)
            new = Wording("New guidance from practice: {title}", title=question)
            reason = Wording("You write the standard, and may take it along.")
            tell(question, writers, by, "community_practice", key, new, reason)


def retire(answer: CommunityAnswer, *, by: Person, because: str) -> None:
    """By a lead, or by those who write the standard, say because the standard says it now."""
    question, organisation = answer.question, answer.question.community.organisation
    with action("retire_practice", by=by, scope=organisation) as line:
        must_take_part(organisation, by)
        writes = has_permission(organisation, by, "write_standards")
        if not writes and not leads(question.community, by):
            raise PermissionDenied("Your role does not allow this: a lead retires it, or who writes the standard.")
        locked = CommunityAnswer.objects.select_for_update().get(pk=answer.pk)
        if not locked.is_practice:
            raise ValidationError("It is not guidance now: there is nothing to retire.")
        if not because.strip():
            raise ValidationError("Say why it is retired.")
        change(locked, retired_at=now(), retired_because=because.strip())
        line.about(locked, because=locked.retired_because)
        told = Wording("Guidance from practice was retired: {title}", title=question)
        key = f"{locked.pk}:{now().timestamp():.0f}"
        tell(question, [locked.by_id], by, "community_practice", key, told, Wording("It is your answer."))
