"""Who has a post, and how able they are."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.mandate.actions.parts import checked_levels
from plumbline.office.mandate.models import Holder, Post
from plumbline.office.people.models import Person
from plumbline.office.people.queries import people_in


def hold_post(
    post: Post, person: Person, *, by: Person | None, share: int = 100, levels: dict[str, int] | None = None
) -> Holder:
    """Whoever has it already gets the new share and levels. ``levels``: title of a competency to 1 to 5."""
    with action("hold_post", by=by, scope=post.organisation) as line:
        Post.objects.select_for_update().get(pk=post.pk)
        if not people_in(post.organisation).filter(pk=person.pk).exists():
            raise ValidationError({"person": "Choose somebody of the organisation."})
        if not 1 <= share <= 100:
            raise ValidationError({"share": "A share is from 1 to 100 percent."})
        given = {"share": share, "levels": checked_levels(levels or {})}
        found = Holder.objects.filter(post=post, person=person).first()
        if found is None:
            found = add(Holder(post=post, person=person, **given))
            line.about(found)
        elif told := change(found, **given):
            line.about(found, changed=told)
        else:
            line.nothing_happened()
    return found


def leave_post(holder: Holder, *, by: Person | None) -> None:
    with action("leave_post", by=by, scope=holder.post.organisation) as line:
        line.about(holder)
        Holder.objects.filter(pk=holder.pk).delete()
