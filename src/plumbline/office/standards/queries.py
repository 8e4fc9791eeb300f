"""Questions about an organisation's standards."""

from __future__ import annotations

from functools import lru_cache

from django.db.models import QuerySet
from django.http import Http404

from plumbline.engine.course import Curriculum, Lesson, curriculum_of
from plumbline.engine.standard import Standard, load_standard
from plumbline.office.people.models import Organisation
from plumbline.office.standards.models import DraftChange, StandardDraft, StandardInForce, StandardVersion


def in_force(organisation: Organisation) -> StandardVersion | None:
    """The version the organisation's projects are held against now; ``None`` before the first is published.

    Its files are read when they are asked for.
    """
    found = (
        StandardInForce.objects.select_related("standard_version")
        .defer("standard_version__files")
        .filter(organisation=organisation)
        .first()
    )
    return found.standard_version if found else None


def versions(organisation: Organisation) -> QuerySet[StandardVersion]:
    """Newest first, without their files."""
    return StandardVersion.objects.filter(organisation=organisation).select_related("published_by").defer("files")


def version(organisation: Organisation, version_id: int) -> StandardVersion:
    """404 for a version of another organisation."""
    found = StandardVersion.objects.filter(organisation=organisation, pk=version_id).first()
    if found is None:
        raise Http404
    return found


def standard_of(version: StandardVersion) -> Standard:
    """The standard as the engine uses it."""
    return _standard(version.content_hash)


@lru_cache(maxsize=32)
def _standard(content_hash: str) -> Standard:
    """Versions of the same content are the same standard, whoever published them."""
    return load_standard(_files(content_hash))


def drafts(organisation: Organisation) -> QuerySet[StandardDraft]:
    """Those that are not closed, the last changed first, without their files."""
    found = StandardDraft.objects.filter(organisation=organisation, state__in=StandardDraft.OPEN)
    return found.select_related("begun_by", "begun_from").defer("files", "begun_from__files")


def replaced_files(draft: StandardDraft, change_id: str) -> dict[str, str]:
    """What a draft said before a change that replaced all of it; 404 for a change that did not."""
    number = int(change_id) if change_id.isdecimal() and len(change_id) < 19 else 0
    found = DraftChange.objects.filter(draft=draft, pk=number).first()
    if found is None or found.replaced is None:
        raise Http404
    return dict(found.replaced)


def draft(organisation: Organisation, draft_id: int) -> StandardDraft:
    """404 for a draft of another organisation."""
    found = (
        StandardDraft.objects.filter(organisation=organisation, pk=draft_id)
        .select_related("organisation", "begun_by", "begun_from", "published_as")
        .first()
    )
    if found is None:
        raise Http404
    return found


def courses_of(version: StandardVersion) -> Curriculum:
    """What the version teaches; nothing where it has no courses."""
    return _courses(version.content_hash)


def courses_in_force(organisation: Organisation) -> Curriculum:
    """What the standard in force teaches; nothing before one is."""
    version = in_force(organisation)
    return courses_of(version) if version else Curriculum()


def lesson_about(organisation: Organisation, kind: str, name: str) -> Lesson | None:
    """The lesson of the standard in force that is most about a rule, gate or artefact."""
    return next(iter(courses_in_force(organisation).teaching(kind, name)), None)


@lru_cache(maxsize=16)
def _courses(content_hash: str) -> Curriculum:
    return curriculum_of(_files(content_hash), _standard(content_hash))


def _files(content_hash: str) -> dict[str, bytes]:
    files = StandardVersion.objects.filter(content_hash=content_hash).values_list("files", flat=True)[:1].get()
    return {name: text.encode() for name, text in files.items()}
