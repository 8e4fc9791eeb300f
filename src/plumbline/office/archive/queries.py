"""Questions about archives and about the wish to be deleted."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.archive.models import Archive, Deletion, Piece
from plumbline.office.people.models import Organisation, Person

MOST_SHOWN = 20


def archives_of(organisation: Organisation) -> QuerySet[Archive]:
    return Archive.objects.filter(organisation=organisation).select_related("asked_by", "organisation")[:MOST_SHOWN]


def archive_to_download(organisation: Organisation, person: Person, archive_id: int) -> Archive:
    """404 unless that person asked for it, and it is still there."""
    found = Archive.objects.select_related("organisation").filter(
        organisation=organisation, asked_by=person, pk=archive_id, kept_until__isnull=False
    )
    archive = found.first()
    if archive is None:
        raise Http404
    return archive


def content_of(archive: Archive) -> Iterator[bytes]:
    """Piece by piece, so that no more than one is in memory."""
    numbers = list(Piece.objects.filter(archive=archive).order_by("number").values_list("pk", flat=True))
    for pk in numbers:
        yield bytes(Piece.objects.values_list("content", flat=True).get(pk=pk))


def deletion_of(organisation: Organisation) -> Deletion | None:
    """The wish that stands, if there is one."""
    wishes = Deletion.objects.select_related("asked_by", "confirmed_by")
    return wishes.filter(organisation=organisation, withdrawn_at=None).first()
