"""Pages that somebody visited or pinned. They are theirs alone and no deed of the organisation: no audit line."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.db.models import QuerySet

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Membership
from plumbline.office.search.models import PageAtHand

MOST_VISITED = 20
MOST_PINNED = 30


def visit(reader: Membership, path: str, title: str) -> None:
    """Keeps the last few; a page visited again is the latest once more."""
    _keep(reader, path, title, visited_at=now())
    visited = _of(reader).filter(visited_at__isnull=False).order_by("-visited_at", "-pk")
    past = list(visited.values_list("pk", flat=True)[MOST_VISITED:])
    _of(reader).filter(pk__in=past, pinned_at=None).delete()
    _of(reader).filter(pk__in=past).update(visited_at=None)


def pin(reader: Membership, path: str, title: str) -> None:
    if _of(reader).filter(pinned_at__isnull=False).exclude(path=path).count() >= MOST_PINNED:
        raise ValidationError(f"You have pinned {MOST_PINNED} pages: unpin one of them first.")
    _keep(reader, path, title, pinned_at=now())


def unpin(reader: Membership, path: str) -> None:
    _of(reader).filter(path=path, visited_at=None).delete()
    _of(reader).filter(path=path).update(pinned_at=None)


def _keep(reader: Membership, path: str, title: str, **when: object) -> None:
    page = PageAtHand(organisation=reader.organisation, person=reader.person, path=path, title=title, **when)
    page.clean_fields()
    PageAtHand.objects.bulk_create(
        [page],
        update_conflicts=True,
        unique_fields=["person", "organisation", "path"],
        update_fields=["title", *when],
    )


def _of(reader: Membership) -> QuerySet[PageAtHand]:
    return PageAtHand.objects.filter(person=reader.person, organisation=reader.organisation)
