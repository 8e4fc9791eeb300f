"""Keeping where each project stands, so that no list has to work it out."""

from __future__ import annotations

from django.db.models import F, Q, QuerySet

from plumbline.engine.standard import Standard
from plumbline.office.foundation.clock import now
from plumbline.office.gates.models import Whereabouts
from plumbline.office.gates.queries.decisions import position_of
from plumbline.office.governance import queries as governance
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project
from plumbline.office.standards.models import StandardInForce


def renew(project: Project) -> None:
    version, standard = governance.version_followed(project), governance.standard_for(project)
    if version is None or standard is None:
        Whereabouts.objects.filter(project=project).delete()
        return
    found = position_of(project, standard)
    phase = standard.phases[found.phase].title if found.phase else ""
    Whereabouts.objects.update_or_create(
        project=project,
        defaults={
            "standard_version": version,
            "phase_title": phase or ("Finished" if found.finished else ""),
            "renewed_at": now(),
            **_gate(standard, found.next_gate),
        },
    )


def due_projects(organisation: Organisation) -> QuerySet[Project]:
    """Those of which nothing is kept, whose standard is another one now, or whose facts have changed since."""
    in_force = StandardInForce.objects.filter(organisation=organisation).values("standard_version")
    follows_other = Q(standard_version=None) & ~Q(whereabouts__standard_version__in=in_force)
    own_other = Q(standard_version__isnull=False) & ~Q(whereabouts__standard_version=F("standard_version"))
    changed = Q(facts_changed_at__gt=F("whereabouts__renewed_at"))
    found = Project.objects.filter(organisation=organisation, archived_at=None)
    return found.filter(Q(whereabouts=None) | follows_other | own_other | changed)


def _gate(standard: Standard, name: str | None) -> dict[str, str]:
    if name is None:
        return {"gate": "", "gate_title": "", "decides": "", "decides_title": ""}
    gate = standard.gates[name]
    decides = standard.roles[gate.decides].title
    return {"gate": name, "gate_title": gate.title, "decides": gate.decides, "decides_title": decides}
