"""The lists that a charter is made of: challenges, authority, responsibilities, posts, measures, roadmap."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Max

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.mandate.catalogue_of import challenges, metric_of
from plumbline.office.mandate.models import (
    Authority,
    Challenge,
    OfPlace,
    Post,
    Responsibility,
    RoadmapItem,
    SuccessMeasure,
)
from plumbline.office.mandate.queries.readings import latest_reading
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in, today

MOST_OF_A_KIND = 60
Part = TypeVar("Part", bound=OfPlace)


def add_challenge(
    organisation: Organisation, *, by: Person | None, key: str = "", title: str = "", why: str = "", **measured: Any
) -> Challenge:
    """With the ``key`` of a common challenge what is not given is taken from there.

    ``measured``: metric, baseline, baseline_on, target, target_on. A metric without a baseline takes what it says now.
    """
    known = challenges().get(key)
    if key and known is None:
        raise ValidationError({"key": f"There is no common challenge “{key}”."})
    if known:
        title, why = title or known.title, why or known.why
        measured = measured if measured.get("metric") else measured | {"metric": known.metric}
    part = Challenge(key=key, title=title.strip(), why=why.strip(), **_with_baseline(organisation, measured))
    return _added(organisation, part, by)


def add_authority(
    organisation: Organisation, *, by: Person | None, kind: str, what: str, post: Post | None = None
) -> Authority:
    return _added(organisation, Authority(kind=kind, what=what.strip(), post=post), by)


def add_responsibility(
    organisation: Organisation, *, by: Person | None, title: str, detail: str = ""
) -> Responsibility:
    return _added(organisation, Responsibility(title=title.strip(), detail=detail.strip()), by)


def add_post(
    organisation: Organisation,
    *,
    by: Person | None,
    title: str,
    does: str = "",
    above: Post | None = None,
    heads: Decimal | float | int = 1,
    competencies: dict[str, int] | None = None,
) -> Post:
    """``competencies``: title to the level wanted, 1 to 5."""
    part = Post(title=title.strip(), does=does.strip(), above=above, heads=Decimal(str(heads)))
    part.competencies = checked_levels(competencies or {})
    return _added(organisation, part, by)


def add_measure(organisation: Organisation, *, by: Person | None, title: str, **measured: Any) -> SuccessMeasure:
    """``measured`` as with a challenge."""
    return _added(organisation, SuccessMeasure(title=title.strip(), **_with_baseline(organisation, measured)), by)


def add_roadmap_item(
    organisation: Organisation,
    *,
    by: Person | None,
    title: str,
    why: str = "",
    challenge: Challenge | None = None,
    owner: Person | None = None,
    starts_on: date | None = None,
    due_on: date | None = None,
    is_milestone: bool = False,
    source: str = "",
) -> RoadmapItem:
    part = RoadmapItem(
        title=title.strip(),
        why=why.strip(),
        challenge=challenge,
        owner=owner,
        starts_on=starts_on,
        due_on=due_on,
        is_milestone=is_milestone,
        source=source,
    )
    return _added(organisation, part, by)


def finish_roadmap_item(item: RoadmapItem, *, by: Person | None, on: date | None = None) -> None:
    """Done on that day, or today. What is done already stays as it is."""
    if item.done_on is None:
        change_part(item, by=by, done_on=on or today(item.organisation))


def record_measure(measure: SuccessMeasure, *, by: Person | None, value: Decimal, on: date) -> None:
    """What a measure that the system does not take itself is now."""
    change_part(measure, by=by, value=value, value_on=on)


def change_part(part: OfPlace, *, by: Person | None, **values: Any) -> None:
    """Raises ``ValidationError`` by field."""
    with action(f"change_{part._meta.model_name}", by=by, scope=part.organisation) as line:
        current = type(part)._default_manager.select_for_update().get(pk=part.pk)
        if "competencies" in values:
            values["competencies"] = checked_levels(values["competencies"])
        told = change(current, **values)
        _check(current)
        if told:
            line.about(current, changed=told)
        else:
            line.nothing_happened()
    part.refresh_from_db()


def remove_part(part: OfPlace, *, by: Person | None) -> None:
    """For good; approved charters keep it."""
    with action(f"remove_{part._meta.model_name}", by=by, scope=part.organisation) as line:
        line.about(part)
        type(part)._default_manager.filter(pk=part.pk).delete()


def checked_levels(levels: dict[str, int]) -> dict[str, int]:
    """Raises ``ValidationError`` for what is no competency with a level from 1 to 5."""
    for title, level in levels.items():
        if not title.strip() or len(title) > 80 or not 1 <= level <= 5:
            raise ValidationError({"competencies": f"“{title}: {level}” is no competency with a level from 1 to 5."})
    if len(levels) > 20:
        raise ValidationError({"competencies": "A post has at most 20 competencies."})
    return levels


def _added(organisation: Organisation, part: Part, by: Person | None) -> Part:
    with action(f"add_{part._meta.model_name}", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        mine = type(part)._default_manager.filter(organisation=organisation)
        if mine.count() >= MOST_OF_A_KIND:
            raise ValidationError(f"There are {MOST_OF_A_KIND} already. Remove one first.")
        part.organisation = organisation
        part.position = (mine.aggregate(last=Max("position"))["last"] or 0) + 1
        _check(part)
        line.about(add(part))
    return part


def _check(part: OfPlace) -> None:
    """What a part refers to has to be of the same organisation, and times in order."""
    for name in ("post", "above", "challenge"):
        other = getattr(part, name, None)
        if other is not None and other.organisation_id != part.organisation_id:
            raise ValidationError({name: "Choose one of this organisation."})
    owner = getattr(part, "owner", None)
    if owner is not None and not people_in(part.organisation).filter(pk=owner.pk).exists():
        raise ValidationError({"owner": "Choose somebody of the organisation."})
    if isinstance(part, RoadmapItem) and part.starts_on and part.due_on and part.due_on < part.starts_on:
        raise ValidationError({"due_on": "It cannot end before it begins."})
    if isinstance(part, Challenge | SuccessMeasure) and part.metric and metric_of(part.metric) is None:
        raise ValidationError({"metric": "Choose one of the metrics that are measured here."})
    if isinstance(part, Post):
        _check_above(part)


def _check_above(post: Post) -> None:
    seen, above = {post.pk}, post.above
    while above is not None:
        if above.pk in seen and above.pk is not None:
            raise ValidationError({"above": "A post cannot stand above itself."})
        seen.add(above.pk)
        above = above.above


def _with_baseline(organisation: Organisation, measured: dict[str, Any]) -> dict[str, Any]:
    if not measured.get("metric") or measured.get("baseline") is not None:
        return measured
    found = latest_reading(organisation, measured["metric"])
    if found is None or found.value is None:
        return measured
    return measured | {"baseline": round(Decimal(str(found.value)), 4), "baseline_on": found.day}
