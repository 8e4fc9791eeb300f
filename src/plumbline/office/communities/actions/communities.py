"""Communities, and who belongs to them."""

from __future__ import annotations

from collections.abc import Iterable

from django.core.exceptions import ValidationError

from plumbline.office.communities.actions.rights import TAKE_PART, must_run, must_take_part
from plumbline.office.communities.models import Community, CommunityMember
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with

MOST_COMMUNITIES = 50
MOST_TOPICS = 40


def begin_community(
    organisation: Organisation, *, by: Person, title: str, about: str, topics: list[str], leads: Iterable[Person]
) -> Community:
    """Raises ``ValidationError`` by field."""
    with action("begin_community", by=by, scope=organisation) as line:
        must_run(organisation, by)
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        if organisation.communities.count() >= MOST_COMMUNITIES:
            raise ValidationError(f"There are {MOST_COMMUNITIES} communities, and more are not kept.")
        _check(topics)
        community = Community(organisation=organisation, title=title.strip(), about=about.strip(), topics=topics)
        line.about(add(community))
        _lead(community, leads)
        return community


def change_community(
    community: Community, *, by: Person, title: str, about: str, topics: list[str], leads: Iterable[Person]
) -> None:
    """Who led it and is not named any more stays a member. Raises ``ValidationError`` by field."""
    with action("change_community", by=by, scope=community.organisation) as line:
        must_run(community.organisation, by)
        locked = Community.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=community.pk)
        _check(topics)
        told = change(locked, title=title.strip(), about=about.strip(), topics=topics)
        if told | _lead(locked, leads):
            line.about(locked, changed=sorted(told))
        else:
            line.nothing_happened()


def join(community: Community, *, by: Person) -> None:
    with action("join_community", by=by, scope=community.organisation) as line:
        must_take_part(community.organisation, by)
        _, is_new = CommunityMember.objects.get_or_create(community=community, person=by)
        line.about(community)
        if not is_new:
            line.nothing_happened()


def leave(community: Community, *, by: Person) -> None:
    with action("leave_community", by=by, scope=community.organisation) as line:
        line.about(community)
        if not community.members.filter(person=by).delete()[0]:
            line.nothing_happened()


def _check(topics: list[str]) -> None:
    if len(topics) > MOST_TOPICS or any(len(each) > 120 for each in topics):
        raise ValidationError({"topics": f"Choose at most {MOST_TOPICS}."})


def _lead(community: Community, leads: Iterable[Person]) -> dict[str, bool]:
    """Exactly these lead it. Empty where they did already."""
    wanted = {each.pk for each in leads}
    may = set(people_with(community.organisation, TAKE_PART).filter(pk__in=wanted).values_list("pk", flat=True))
    if wanted != may:
        raise ValidationError({"leads": "A lead has to be somebody who may take part."})
    before = set(community.members.filter(is_lead=True).values_list("person_id", flat=True))
    community.members.filter(person_id__in=before - wanted).update(is_lead=False)
    for person_id in sorted(wanted - before):
        CommunityMember.objects.update_or_create(community=community, person_id=person_id, defaults={"is_lead": True})
    return {"leads": True} if wanted != before else {}
