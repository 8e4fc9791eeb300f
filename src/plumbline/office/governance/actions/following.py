"""Moving projects from one version of a standard to the next, or letting them stay."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.db.models import F

from plumbline.engine.standard import InvalidStandard
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.governance.models import MigrationDecision, Tailoring
from plumbline.office.governance.queries.following import (
    adapted_by,
    laid_over,
    last_decision,
    tailorings_holding,
    version_followed,
)
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards
from plumbline.office.standards.models import StandardVersion

LONGEST_STAY = timedelta(days=732)
Kind = MigrationDecision.Kind


def decide_migration(
    projects: Iterable[Project], *, by: Person, kind: str, reason: str = "", last_day: date | None = None
) -> int:
    """Decides for each that does not follow the version in force; returns for how many.

    Raises ``ValidationError`` by field, and names the projects whose manager may not decide for themselves.
    """
    projects = list(projects)
    _check(projects, by, kind, reason, last_day)
    decided = 0
    for project in projects:
        decided += _decide(project, by, kind, reason.strip(), last_day)
    return decided


def migrate(project: Project, *, by: Person | None) -> bool:
    """Moves one project to the version in force; returns whether it followed another."""
    return _decide(project, by, Kind.MIGRATE, "", None)


def migrate_those_whose_stay_is_over(moment: date | None = None) -> int:
    """Safe to run at any time and any number of times."""
    still_there = {"project__archived_at": None, "project__standard_version": F("from_version")}
    over = MigrationDecision.objects.filter(kind=Kind.STAY, **still_there).select_related(
        "project__organisation", "project__standard_version"
    )
    moved = 0
    for project in {each.project for each in over}:
        target = standards.in_force(project.organisation)
        last = last_decision(project, target) if target else None
        day = moment or today(project.organisation)
        if last and last.kind == Kind.STAY and last.last_day is not None and last.last_day < day:
            moved += migrate(project, by=None)
    return moved


def _check(projects: list[Project], by: Person, kind: str, reason: str, last_day: date | None) -> None:
    if kind == Kind.MIGRATE:
        return
    if not reason.strip():
        raise ValidationError({"reason": "Say why it does not move."})
    own = [each.name for each in projects if each.manager_id == by.pk]
    if own:
        raise ValidationError(f"You manage {', '.join(own[:5])}, so somebody else has to decide that it stays.")
    if kind == Kind.STAY:
        first = min((today(each.organisation) for each in projects), default=now().date())
        if last_day is None or not first <= last_day <= first + LONGEST_STAY:
            raise ValidationError({"last_day": "A project stays until a day between today and two years from now."})


def _decide(project: Project, by: Person | None, kind: str, reason: str, last_day: date | None) -> bool:
    with action(f"migration_{kind}", by=by, scope=project.organisation) as line:
        locked = Project.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=project.pk)
        before, target = version_followed(locked), standards.in_force(locked.organisation)
        if before is None or target is None or before == target:
            line.nothing_happened()
            return False
        decision = add(
            MigrationDecision(
                project=locked,
                from_version=before,
                to_version=target,
                kind=kind,
                reason=reason,
                last_day=last_day if kind == Kind.STAY else None,
                decided_by=by,
            )
        )
        ended = _move(locked, target) if kind == Kind.MIGRATE else []
        line.about(decision, project=str(locked), before=str(before), to=str(target), tailoring_ended=ended)
        return True


def _move(project: Project, target: StandardVersion) -> list[str]:
    """Tailoring that the new version cannot take ends with the old one; returns its keys."""
    kept: list[Tailoring] = []
    ended: list[str] = []
    for each in sorted(tailorings_holding(project, today(project.organisation)), key=lambda each: each.requested_at):
        try:
            laid_over(target.files, adapted_by([*kept, each]))
            kept.append(each)
        except InvalidStandard:
            note = f"{each.note}\nIt does not fit {target}.".strip()
            change(each, state=Tailoring.State.ENDED, note=note[:4000])
            ended.append(each.key)
    change(project, standard_version=target, facts_changed_at=now())
    return ended
