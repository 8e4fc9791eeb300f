"""Pages that somebody has at hand, as far as they may still see them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.urls import Resolver404, resolve

from plumbline.office.people.models import Membership
from plumbline.office.people.roles import PERMISSIONS
from plumbline.office.search.models import PageAtHand, SearchDocument
from plumbline.office.search.queries.matching import seen_by


@dataclass(frozen=True, slots=True)
class AtHand:
    pinned: list[PageAtHand]
    recent: list[PageAtHand]


def pages_at_hand(reader: Membership) -> AtHand:
    """Two queries. A page about a thing that can be found is called as the thing is called now."""
    kept = list(PageAtHand.objects.filter(person=reader.person, organisation=reader.organisation))
    seen = [each for each in _named_now(reader, kept) if is_open_to(reader, each.path)]
    pinned = sorted((each for each in seen if each.pinned_at), key=lambda each: each.title.casefold())
    recent = sorted((each for each in seen if each.visited_at and not each.pinned_at), key=_newest_first)
    return AtHand(pinned, recent)


def is_open_to(reader: Membership, path: str) -> bool:
    """Whether there is such a page in the organisation, and the reader's role has its permission."""
    if not path.startswith(f"/o/{reader.organisation.slug}/"):
        return False
    permission = getattr(_view_at(path), "permission", "")
    return bool(permission) and reader.role in PERMISSIONS.get(permission, {reader.role})


def leaves_no_trace(path: str) -> bool:
    """Whether it is to be kept nowhere that somebody was there."""
    return getattr(_view_at(path), "leaves_no_trace", False)


def _view_at(path: str) -> Callable[..., object] | None:
    try:
        return resolve(path.partition("?")[0].partition("#")[0]).func
    except Resolver404:
        return None


def is_pinned(reader: Membership, path: str) -> bool:
    pages = PageAtHand.objects.filter(person=reader.person, organisation=reader.organisation, path=path)
    return pages.filter(pinned_at__isnull=False).exists()


def _named_now(reader: Membership, kept: list[PageAtHand]) -> list[PageAtHand]:
    found = SearchDocument.objects.filter(organisation=reader.organisation, path__in=[each.path for each in kept])
    documents = {each.path: each for each in found.only("path", "title", "permission", "person_id")}
    may, named = seen_by(reader), []
    for page in kept:
        document = documents.get(page.path)
        if document and document.permission not in may and document.person_id != reader.person_id:
            continue
        page.title = document.title if document else page.title
        named.append(page)
    return named


def _newest_first(page: PageAtHand) -> float:
    return -page.visited_at.timestamp() if page.visited_at else 0.0
