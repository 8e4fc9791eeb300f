"""Keeping a version of a document: its text as it stands, a file, or a link to where it is kept."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.artefacts.actions.writing import add_text, locked_document
from plumbline.office.artefacts.files import LARGEST_FILE, cleaned_name, kept_bytes, media_type_of
from plumbline.office.artefacts.models import ArtefactApproval, ArtefactDocument, ArtefactVersion
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project

Kind = ArtefactVersion.Kind


def keep_text(project: Project, name: str, *, by: Person, text: str, after: int, what_changed: str) -> ArtefactVersion:
    """Saves the text and makes it a version.

    Raises what ``save_text`` raises, and ``ValidationError`` for a text that is the last version already.
    """
    with action("keep_artefact_version", by=by, scope=project.organisation) as line:
        document = locked_document(project, name)
        saved = add_text(document, by=by, text=text, after=after)
        before = document.versions.filter(kind=Kind.TEXT).select_related("saved_text").first()
        if before and before.saved_text == saved:
            raise ValidationError({"text": f"This is version {before.number} word for word."})
        version = _keep(document, by, what_changed, kind=Kind.TEXT, saved_text=saved)
        line.about(version, kind=version.kind, number=version.number)
        return version


def keep_file(
    project: Project, name: str, *, by: Person, filename: str, data: bytes, what_changed: str
) -> ArtefactVersion:
    """Keeps the bytes as they came. What they are is read from them, not from their name."""
    if not data:
        raise ValidationError({"file": "This file is empty."})
    if len(data) > LARGEST_FILE:
        raise ValidationError({"file": f"The file is larger than {LARGEST_FILE // 1024**2} MB. Give a link instead."})
    with action("keep_artefact_version", by=by, scope=project.organisation) as line:
        document = locked_document(project, name)
        file = kept_bytes(data)
        about = {"filename": cleaned_name(filename), "media_type": media_type_of(data)}
        version = _keep(document, by, what_changed, kind=Kind.FILE, file=file, **about)
        line.about(version, kind=version.kind, number=version.number, digest=file.digest)
        return version


def keep_link(project: Project, name: str, *, by: Person, link: str, label: str, what_changed: str) -> ArtefactVersion:
    """Keeps where the document is. Raises ``ValidationError`` for anything but a web address."""
    if not link.lower().startswith(("https://", "http://")):
        raise ValidationError({"link": "A link begins with https:// or http://."})
    with action("keep_artefact_version", by=by, scope=project.organisation) as line:
        document = locked_document(project, name)
        version = _keep(document, by, what_changed, kind=Kind.LINK, link=link, label=label.strip())
        line.about(version, kind=version.kind, number=version.number)
        return version


def _keep(document: ArtefactDocument, by: Person, what_changed: str, **content: Any) -> ArtefactVersion:
    """What waits for approval is overtaken: nobody approves what is no longer the latest."""
    last = document.versions.first()
    number = last.number + 1 if last else 1
    version = add(ArtefactVersion(document=document, number=number, change=what_changed.strip(), kept_by=by, **content))
    version.authors.set(_authors_since_approval(document) | {by.pk})
    for each in document.approvals.filter(state=ArtefactApproval.State.ASKED):
        change(each, state=ArtefactApproval.State.OVERTAKEN, decided_at=now())
    change(document, latest=version)
    return version


def _authors_since_approval(document: ArtefactDocument) -> set[int]:
    """All who wrote what nobody has approved yet: who changes a comma does not take over the rest from its author."""
    approved = document.versions.filter(approvals__state=ArtefactApproval.State.APPROVED)
    last, last_text = approved.first(), approved.filter(kind=Kind.TEXT).select_related("saved_text").first()
    versions = document.versions.filter(number__gt=last.number if last else 0)
    texts = document.saved_texts.filter(
        number__gt=last_text.saved_text.number if last_text and last_text.saved_text else 0
    )
    return {*versions.values_list("kept_by", flat=True), *texts.values_list("author", flat=True)}
