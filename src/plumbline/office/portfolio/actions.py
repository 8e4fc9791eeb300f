"""Keeping a view of the portfolio, and the day of a board."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from django.core.exceptions import ValidationError
from django.http import QueryDict

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.portfolio.models import BoardDay, SavedView

MOST_VIEWS = 30
PASSING = {"page", "csrfmiddlewaretoken"}
"""What of an address is not part of a view."""


def save_view(membership: Membership, *, name: str, page: str, query: str = "", is_shared: bool = False) -> SavedView:
    """Under a name that one has already on that page, the view is replaced. Raises ``ValidationError`` by field."""
    person, organisation = membership.person, membership.organisation
    with action("save_view", by=person, scope=organisation) as line:
        Membership.objects.select_for_update().get(pk=membership.pk)  # two at once would pass the limit together
        mine = SavedView.objects.filter(organisation=organisation, person=person)
        kept = {"query": _kept(query), "is_shared": is_shared}
        found = mine.filter(page=page, name=name.strip()).first()
        if found is not None:
            line.about(found, **change(found, **kept))
            return found
        if mine.count() >= MOST_VIEWS:
            raise ValidationError({"name": f"You have {MOST_VIEWS} views already. Remove one first."})
        found = add(SavedView(organisation=organisation, person=person, name=name.strip(), page=page, **kept))
        line.about(found, page=page, shared=is_shared)
        return found


def remove_view(view: SavedView, *, by: Person) -> None:
    """Does nothing if it is gone already."""
    with action("remove_view", by=by, scope=view.organisation) as line:
        found = SavedView.objects.select_for_update().filter(pk=view.pk).first()
        if found is None:
            line.nothing_happened()
            return
        line.about(found, page=found.page, query=found.query, shared=found.is_shared)
        found.delete()


def record_board_day(organisation: Organisation, *, by: Person | None, on: date | None = None) -> BoardDay:
    """The board met; from then on the pages tell what changed since. Once for each day."""
    with action("record_board_day", by=by, scope=organisation) as line:
        day = on or today(organisation)
        if day > today(organisation):
            raise ValidationError({"on": "Choose today or a day before."})
        found, is_new = BoardDay.objects.get_or_create(organisation=organisation, on=day, defaults={"by": by})
        if is_new:
            line.about(found)
        else:
            line.nothing_happened()
        return found


def _kept(query: str) -> str:
    """The address without the number of a page, in one order."""
    given = QueryDict(query[:2000])
    return urlencode(sorted((key, value) for key, value in given.items() if key not in PASSING and value))
