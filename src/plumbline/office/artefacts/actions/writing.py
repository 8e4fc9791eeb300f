"""Saving the text of a document while it is being written. Every text that was saved stays."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.engine.standard.artefacts import Artefact
from plumbline.office.artefacts.models import LONGEST_TEXT, ArtefactDocument, SavedText
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project


class SavedMeanwhile(ValidationError):
    """Somebody else saved the same text first."""


def save_text(project: Project, name: str, *, by: Person, text: str, after: int) -> SavedText:
    """Saves ``text``, written on from the saved text number ``after``; 0 where there was none.

    Raises ``SavedMeanwhile`` if another was saved since, and ``ValidationError`` by field.
    """
    with action("save_artefact_text", by=by, scope=project.organisation) as line:
        document = locked_document(project, name)
        last = document.saved_texts.first()
        saved = add_text(document, by=by, text=text, after=after)
        if saved == last:
            line.nothing_happened()
        else:
            line.about(document, text=saved.number)
        return saved


def add_text(document: ArtefactDocument, *, by: Person, text: str, after: int) -> SavedText:
    """For a document that is locked. The same text again adds nothing."""
    last = document.saved_texts.select_related("author").first()
    text = text.replace("\r\n", "\n")
    if not text.strip():
        raise ValidationError({"text": "There is no text yet."})
    if len(text.encode()) > LONGEST_TEXT:
        raise ValidationError({"text": f"The text is longer than {LONGEST_TEXT // 1024} KB. Upload it as a file."})
    if last and last.text == text:
        return last
    if (last.number if last else 0) != after:
        raise SavedMeanwhile(f"{last.author if last else 'Somebody'} saved another text meanwhile.")
    return add(SavedText(document=document, number=after + 1, text=text, author=by))


def locked_document(project: Project, name: str) -> ArtefactDocument:
    """The document of an artefact, begun if it is not there yet; of two who write at once, the second waits."""
    document, _ = ArtefactDocument.objects.select_for_update().get_or_create(
        project=project, name=name, defaults={"title": artefact_named(project, name).title}
    )
    return document


def artefact_named(project: Project, name: str) -> Artefact:
    standard = standard_for(project)
    if standard is None or name not in standard.artefacts:
        raise ValidationError("The project's standard has no such artefact.")
    return standard.artefacts[name]
