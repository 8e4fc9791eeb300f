"""The documents that projects keep, by title and by the text that counts. A draft is told to those who see drafts."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.artefacts.models import ArtefactDocument, ArtefactVersion
from plumbline.office.search.told import Told, address

TITLE, ICON, ORDER = "Artefacts", "file", 65
FOLLOWS = {
    "artefacts.artefactdocument": "pk",
    "artefacts.artefactversion": "versions",
    "artefacts.artefactapproval": "approvals",
    "projects.project": "project",
}


def rows() -> QuerySet[ArtefactDocument]:
    return ArtefactDocument.objects.select_related("project__organisation", "approved__saved_text")


def tell(document: ArtefactDocument) -> Iterator[Told]:
    project, approved = document.project, document.approved
    yield Told(
        organisation_id=project.organisation_id,
        source_id=document.pk,
        title=document.title,
        under=str(project),
        text=_said(approved) if approved else "",
        path=address(
            "artefacts:artefact",
            organisation=project.organisation.slug,
            project_id=project.pk,
            artefact=document.name,
        ),
        permission="see_projects" if approved else "see_artefact_drafts",
        project_id=project.pk,
        closed=project.archived_at is not None,
    )


def _said(version: ArtefactVersion) -> str:
    return version.saved_text.text if version.saved_text else f"{version.label} {version.filename}".strip()
