"""Questions about one document of a project."""

from __future__ import annotations

from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.artefacts.models import ArtefactApproval, ArtefactDocument, ArtefactVersion, SavedText
from plumbline.office.artefacts.reach import Reach
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project


def document(project: Project, name: str) -> ArtefactDocument | None:
    return ArtefactDocument.objects.filter(project=project, name=name).select_related("approved", "latest").first()


def versions_of(document: ArtefactDocument) -> QuerySet[ArtefactVersion]:
    """The newest first, with who wrote them and what was decided; without texts and bytes."""
    found = ArtefactVersion.objects.filter(document=document).select_related("kept_by", "document")
    return found.prefetch_related("authors", "approvals__asked_by", "approvals__decided_by")


def version(reach: Reach, name: str, number: int) -> ArtefactVersion:
    """With its text. 404 for one that is not there, or that this person may not see."""
    found = (
        ArtefactVersion.objects.filter(document__project=reach.project, document__name=name, number=number)
        .select_related("document", "saved_text", "file", "kept_by")
        .defer("file__packed")
        .first()
    )
    if found is None or not reach.sees(found.document, found):
        raise Http404
    return found


def approval(organisation: Organisation, approval_id: int) -> ArtefactApproval:
    """404 for one of another organisation."""
    found = (
        ArtefactApproval.objects.filter(document__project__organisation=organisation, pk=approval_id)
        .select_related("document__project__organisation", "version")
        .first()
    )
    if found is None:
        raise Http404
    return found


def saved_texts(document: ArtefactDocument) -> QuerySet[SavedText]:
    """The last first, without their text."""
    return SavedText.objects.filter(document=document).select_related("author").defer("text")


def saved_text(document: ArtefactDocument, number: int | None = None) -> SavedText | None:
    """The last one, or that of a number."""
    found = SavedText.objects.filter(document=document).select_related("author")
    return (found if number is None else found.filter(number=number)).first()
