"""The views that people saved, as links."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Q, QuerySet
from django.http import Http404
from django.urls import reverse

from plumbline.office.foundation.access import may
from plumbline.office.people.models import Membership
from plumbline.office.portfolio.models import SavedView

PAGES = {
    "overview": "see_portfolio",
    "executive": "see_executive_page",
    "heat_map": "see_portfolio",
    "timeline": "see_portfolio",
    "decisions": "see_registers",
    "roadblocks": "see_registers",
    "changes": "see_portfolio",
}
"""The pages of which views are saved, and what one has to be allowed to see them."""
MOST_SHOWN = 100


@dataclass(frozen=True, slots=True)
class SavedViews:
    """Of one page. ``page`` is its name without that of the application."""

    page: str
    views: list[SavedView]
    membership: Membership

    @property
    def links(self) -> list[tuple[SavedView, str, bool]]:
        """Each with its address, and whether one may remove it."""
        address = reverse(f"portfolio:{self.page}", args=[self.membership.organisation.slug])
        return [(each, f"{address}?{each.query}", may(self.membership, "remove_view", each)) for each in self.views]


def saved_views(membership: Membership, page: str) -> SavedViews:
    """One's own and those that others share."""
    found = _visible(membership).filter(page=page)
    return SavedViews(page, list(found.select_related("person")[:MOST_SHOWN]), membership)


def view_of(membership: Membership, view_id: int) -> SavedView:
    """404 for what somebody else keeps to themselves."""
    found = _visible(membership).filter(pk=view_id).select_related("organisation").first()
    if found is None:
        raise Http404
    return found


def _visible(membership: Membership) -> QuerySet[SavedView]:
    own_or_shared = Q(person=membership.person_id) | Q(is_shared=True)
    return SavedView.objects.filter(own_or_shared, organisation=membership.organisation_id)
