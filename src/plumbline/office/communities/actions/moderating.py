"""Leads keep order: they hide what does not belong, with a reason that its author is told."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.communities.actions.rights import must_lead
from plumbline.office.communities.actions.telling import tell
from plumbline.office.communities.models import CommunityAnswer, CommunityQuestion
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.wording import Wording, as_written
from plumbline.office.people.models import Person


def hide(said: CommunityQuestion | CommunityAnswer, *, by: Person, because: str) -> None:
    """What is hidden is no guidance while it is."""
    question = _question(said)
    with action("hide_in_community", by=by, scope=question.community.organisation) as line:
        must_lead(question.community, by)
        locked = type(said).objects.select_for_update().get(pk=said.pk)
        if locked.hidden_at:
            raise ValidationError("It is hidden already.")
        if not because.strip():
            raise ValidationError("Say why it is hidden.")
        change(locked, hidden_at=now(), hidden_because=because.strip())
        line.about(locked, because=locked.hidden_because)
        title = Wording("What you wrote was hidden: {title}", title=question)
        key = f"{locked._meta.model_name}:{locked.pk}:{now().timestamp():.0f}"
        tell(question, [locked.by_id], by, "community_hidden", key, title, as_written(locked.hidden_because))


def show_again(said: CommunityQuestion | CommunityAnswer, *, by: Person) -> None:
    question = _question(said)
    with action("show_in_community", by=by, scope=question.community.organisation) as line:
        must_lead(question.community, by)
        locked = type(said).objects.select_for_update().get(pk=said.pk)
        line.about(locked)
        if not change(locked, hidden_at=None, hidden_because=""):
            line.nothing_happened()


def _question(said: CommunityQuestion | CommunityAnswer) -> CommunityQuestion:
    return said if isinstance(said, CommunityQuestion) else said.question
