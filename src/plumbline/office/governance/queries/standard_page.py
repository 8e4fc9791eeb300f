"""A project's page about its standard."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from plumbline.engine.standard import Standard
from plumbline.engine.standard.tailoring import Freedom, SizeClass
from plumbline.office.governance.models import MigrationDecision, Tailoring
from plumbline.office.governance.queries.appointments import roles_held
from plumbline.office.governance.queries.following import (
    adapted_by,
    last_decision,
    standard_by,
    tailorings_of,
    version_followed,
)
from plumbline.office.governance.queries.waivers import waivers_of
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards
from plumbline.office.standards.models import StandardVersion


@dataclass(frozen=True, slots=True)
class FreedomHere:
    """Something that may be changed, and the title of the role that approves it."""

    name: str
    about: Freedom
    approves: str


@dataclass(frozen=True, slots=True)
class StandardPage:
    """``standard`` is the version as tailored. ``in_force`` is ``None`` where the project follows it."""

    today: date
    version: StandardVersion | None = None
    standard: Standard | None = None
    in_force: StandardVersion | None = None
    decision: MigrationDecision | None = None
    size_class: SizeClass | None = None
    tailorings: list[Tailoring] = field(default_factory=list)
    freedoms: list[FreedomHere] = field(default_factory=list)
    unheld_roles: int = 0
    waivers_holding: int = 0


def standard_page(project: Project) -> StandardPage:
    version, day = version_followed(project), today(project.organisation)
    if version is None:
        return StandardPage(day)
    plain, current = standards.standard_of(version), standards.in_force(project.organisation)
    tailorings = list(tailorings_of(project))
    adapted = adapted_by(each for each in tailorings if each.holds_on(day))
    newer = current if current and current.pk != version.pk else None
    return StandardPage(
        today=day,
        version=version,
        standard=standard_by(version, adapted),
        in_force=newer,
        decision=last_decision(project, newer) if newer else None,
        size_class=plain.classes.get(adapted.size_class or ""),
        tailorings=tailorings,
        freedoms=[FreedomHere(name, each, plain.roles[each.approves].title) for name, each in plain.may_change.items()],
        unheld_roles=sum(not each.people for each in roles_held(project, plain)),
        waivers_holding=sum(each.holds_on(day) for each in waivers_of(project)),
    )
