"""Telling the two of a pair."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from plumbline.office.mentoring.models import Pair
from plumbline.office.notifications.actions import notify
from plumbline.office.people.models import Person


def tell(pair: Pair, people: Iterable[Person], title: str, what: str, reason: str = "You two are a pair.") -> None:
    notify(
        pair.organisation,
        people,
        kind="mentoring",
        title=title,
        reason=reason,
        path=reverse("mentoring:pair", args=[pair.organisation.slug, pair.pk]),
        key=f"mentoring:{pair.pk}:{what}",
        about=f"mentoring:{pair.pk}",
    )
