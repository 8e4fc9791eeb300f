"""Questions about an organisation's standards."""

from __future__ import annotations

from functools import lru_cache

from django.db.models import QuerySet
from django.http import Http404

from plumbline.engine.standard import Standard, load_standard
from plumbline.office.people.models import Organisation
from plumbline.office.standards.models import StandardDraft, StandardInForce, StandardVersion


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
    files = StandardVersion.objects.filter(content_hash=content_hash).values_list("files", flat=True)[:1].get()
    return load_standard({name: text.encode() for name, text in files.items()})


def drafts(organisation: Organisation) -> QuerySet[StandardDraft]:
    """Those that are not closed, the last changed first, without their files."""
    found = StandardDraft.objects.filter(organisation=organisation, state__in=StandardDraft.OPEN)
    return found.select_related("begun_by", "begun_from").defer("files", "begun_from__files")


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
