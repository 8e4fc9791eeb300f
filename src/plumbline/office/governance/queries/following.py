"""Which standard a project is held against."""

from __future__ import annotations

from plumbline.engine.standard import Standard
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards
from plumbline.office.standards.models import StandardVersion


def version_followed(project: Project) -> StandardVersion | None:
    """Its own, else the one in force; ``None`` where there is no standard yet."""
    return project.standard_version or standards.in_force(project.organisation)


def standard_for(project: Project) -> Standard | None:
    """The standard as it holds for this project today; ``None`` where there is none yet."""
    version = version_followed(project)
    return standards.standard_of(version) if version else None
