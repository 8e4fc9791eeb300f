"""Which version of a standard a project follows, and how that is tailored to it."""

from __future__ import annotations

import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Q, QuerySet
from django.http import Http404

from plumbline.engine.rules_in_force import rules_in_force
from plumbline.engine.standard import InvalidStandard, Standard
from plumbline.engine.standard.tailored import Change, tailored
from plumbline.office.governance.models import MigrationDecision, Tailoring
from plumbline.office.people.models import Organisation
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards
from plumbline.office.standards.models import StandardVersion

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Adapted:
    """What is laid over a version for one project."""

    changes: tuple[Change, ...] = ()
    size_class: str | None = None

    def __bool__(self) -> bool:
        return bool(self.changes or self.size_class)

    @property
    def as_json(self) -> list[list[object]]:
        """To be kept beside what was assessed by it."""
        of_class: list[list[object]] = [[Tailoring.SIZE_CLASS, self.size_class]] if self.size_class else []
        return of_class + [[each.key, each.value] for each in self.changes]

    @staticmethod
    def kept(as_json: Iterable[list[Any]]) -> Adapted:
        """What ``as_json`` was made of."""
        changes = {str(key): value for key, value in as_json}
        size = changes.pop(Tailoring.SIZE_CLASS, None)
        return Adapted(tuple(Change(key, value) for key, value in changes.items()), size)


def version_followed(project: Project) -> StandardVersion | None:
    """Its own, else the one in force; ``None`` where there is no standard yet."""
    return project.standard_version or standards.in_force(project.organisation)


def standard_for(project: Project, day: date | None = None) -> Standard | None:
    """The standard as it holds for this project on a day, today's by default; ``None`` where there is none yet."""
    version = version_followed(project)
    return standard_by(version, adapted_for(project, day)) if version else None


def standard_by(version: StandardVersion, adapted: Adapted) -> Standard:
    """A version as ``adapted``. What was approved was tried; what an upgrade cannot read any more is left out."""
    if not adapted:
        return standards.standard_of(version)
    try:
        return _adapted(version.content_hash, json.dumps(adapted.as_json))
    except InvalidStandard:
        logger.exception("The tailoring %s cannot be laid over %s; it is left out.", adapted, version)
        return standards.standard_of(version)


def adapted_for(project: Project, day: date | None = None) -> Adapted:
    return adapted_by(tailorings_holding(project, day or today(project.organisation)))


def adapted_by(tailorings: Iterable[Tailoring]) -> Adapted:
    """Of two changes of the same key, the one decided last counts."""
    latest = {each.key: each for each in sorted(tailorings, key=lambda each: each.decided_at or each.requested_at)}
    size = latest.pop(Tailoring.SIZE_CLASS, None)
    changes = tuple(Change(key, latest[key].value) for key in sorted(latest))
    return Adapted(changes, str(size.value) if size else None)


def laid_over(files: dict[str, str], adapted: Adapted) -> Standard:
    """Raises ``InvalidStandard`` where the changes do not fit."""
    content = {name: text.encode() for name, text in files.items()}
    return tailored(content, adapted.changes, adapted.size_class)


def titles_of_rules(project: Project) -> dict[str, str]:
    """The rules that the project is held against, by name."""
    standard = standard_for(project)
    return {each.name: each.rule.title for each in rules_in_force(standard)} if standard else {}


def tailorings_of(project: Project) -> QuerySet[Tailoring]:
    """Of every state, the last asked for first."""
    return Tailoring.objects.filter(project=project).select_related("requested_by", "decided_by")


def tailorings_holding(project: Project, day: date) -> list[Tailoring]:
    found = tailorings_of(project).filter(state=Tailoring.State.APPROVED)
    return list(found.filter(Q(last_day=None) | Q(last_day__gte=day)))


def tailoring(organisation: Organisation, tailoring_id: int) -> Tailoring:
    """404 for one of another organisation."""
    found = (
        Tailoring.objects.filter(project__organisation=organisation, pk=tailoring_id)
        .select_related(
            "project__organisation", "project__standard_version", "project__manager", "project__sponsor",
            "requested_by", "decided_by",
        )
        .first()
    )  # fmt: skip
    if found is None:
        raise Http404
    return found


def last_decision(project: Project, to_version: StandardVersion) -> MigrationDecision | None:
    """About moving to that version; ``None`` where nothing was decided yet."""
    found = MigrationDecision.objects.filter(project=project, to_version=to_version)
    return found.select_related("decided_by").first()


@lru_cache(maxsize=64)
def _adapted(content_hash: str, adapted: str) -> Standard:
    """By what it says, not by whose it is: projects that are tailored alike share one."""
    files = StandardVersion.objects.filter(content_hash=content_hash).values_list("files", flat=True)[:1].get()
    return laid_over(files, Adapted.kept(json.loads(adapted)))
