"""Enablers and business changes, and the links of the network."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from plumbline.engine.benefits import LINKS_ALLOWED, NodeKind
from plumbline.office.benefits.actions.places import MOST, refuse_stranger
from plumbline.office.benefits.models import Benefit, BenefitLink, Means, MeansStep
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.held import held, mark, next_number
from plumbline.office.projects.models import Project
from plumbline.office.strategy.models import Objective

Thing = Means | Benefit | Objective
MOST_MEANS, MOST_LINKS = 300, 1000


def add_means(project: Project, kind: Means.Kind, *, by: Person | None, title: str, **columns: Any) -> Means:
    """An enabler or a business change. Raises ``ValidationError`` by field."""
    with action("add_means", by=by, scope=project.organisation) as line:
        place = held(project)
        if place.means.count() >= MOST_MEANS:
            raise ValidationError(f"The project has {MOST_MEANS} of them already.")
        refuse_stranger(place.organisation, owner=columns.get("owner"))
        number = next_number(place.means.filter(kind=kind), MOST)
        made = Means(
            organisation=place.organisation, project=place, kind=kind, number=number, title=title.strip(), **columns
        )
        _refuse_what_has_not_come(made)
        add(made)
        add(MeansStep(means=made, note="Entered.", by=by))
        mark(place)
        line.about(made, kind=kind)
    return made


def change_means(means: Means, *, by: Person | None, note: str = "", **values: Any) -> Means:
    """Each change is kept as a step. Raises ``ValidationError`` by field."""
    with action("change_means", by=by, scope=means.organisation) as line:
        current = _held_means(means)
        refuse_stranger(current.organisation, owner=values.get("owner"))
        changed = change(current, **values)
        if not changed and not note.strip():
            line.nothing_happened()
            return current
        _refuse_what_has_not_come(current)
        add(MeansStep(means=current, changed=changed, note=note.strip(), by=by))
        mark(current.project)
        line.about(current, changed=changed)
    return current


def end_means(means: Means, *, by: Person | None, note: str) -> None:
    """Out of the network, with its links; all of it stays to be read."""
    with action("end_means", by=by, scope=means.organisation) as line:
        current = _held_means(means)
        if not note.strip():
            raise ValidationError({"note": "Say why, in a few words."})
        change(current, ended_at=now())
        for links in (current.leads_to, current.comes_from):
            links.filter(ended_at=None).update(ended_at=now())
        add(MeansStep(means=current, note=note.strip(), by=by))
        mark(current.project)
        line.about(current, because=note.strip())


def link(source: Means | Benefit, target: Thing, *, by: Person | None) -> BenefitLink:
    """What is linked already stays as it is. A ring is not refused, it is told. Raises ``ValidationError``."""
    with action("link_benefit", by=by, scope=source.organisation) as line:
        place = held(source.project)
        _refuse_a_link(source, target)
        ends = {f"from_{_column(source)}": source, f"to_{_column(target)}": target}
        found = BenefitLink.objects.filter(project=place, ended_at=None, **ends).first()
        if found is not None:
            line.nothing_happened()
            return found
        if place.benefit_links.filter(ended_at=None).count() >= MOST_LINKS:
            raise ValidationError(f"The network has {MOST_LINKS} links already.")
        made = add(BenefitLink(project=place, by=by, **ends))
        mark(place)
        line.about(made)
    return made


def unlink(linked: BenefitLink, *, by: Person | None) -> None:
    """Does nothing if somebody was quicker."""
    with action("unlink_benefit", by=by, scope=linked.project.organisation) as line:
        place = held(linked.project)
        current = BenefitLink.objects.get(pk=linked.pk)
        if not change(current, ended_at=current.ended_at or now()):
            line.nothing_happened()
            return
        mark(place)
        line.about(current)


def kind_of(thing: Thing) -> NodeKind:
    if isinstance(thing, Means):
        return NodeKind(thing.kind)
    return NodeKind.BENEFIT if isinstance(thing, Benefit) else NodeKind.OBJECTIVE


def _column(thing: Thing) -> str:
    return {Means: "means", Benefit: "benefit", Objective: "objective"}[type(thing)]


def _refuse_a_link(source: Means | Benefit, target: Thing) -> None:
    kinds = kind_of(source), kind_of(target)
    if kinds not in LINKS_ALLOWED:
        raise ValidationError(
            {"target": "This does not lead to that. An enabler leads to a business change, a change to a "
             "benefit, a benefit to an objective; each of the three may lead to its like."}
        )  # fmt: skip
    if target.organisation_id != source.organisation_id:
        raise ValidationError({"target": "Choose something of the same organisation."})
    if not isinstance(target, Objective) and target.project_id != source.project_id:
        raise ValidationError({"target": "Choose something of the same project."})
    if target == source:
        raise ValidationError({"target": "Nothing brings about itself. Choose another one."})
    if (isinstance(source, Means) and source.ended_at) or (isinstance(target, Means) and target.ended_at):
        raise ValidationError({"target": "One of the two is out of the network."})


def _refuse_what_has_not_come(means: Means) -> None:
    if means.done_on is not None and means.done_on > today(means.organisation):
        raise ValidationError({"done_on": "This day has not come yet. Enter when it is expected instead."})


def _held_means(means: Means) -> Means:
    project = held(means.project)
    current = Means.objects.select_related("organisation").get(pk=means.pk)
    current.project = project
    if current.ended_at is not None:
        raise ValidationError("It is out of the network.")
    return current
