"""Telling the two of a pair."""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import reverse

from plumbline.office.mentoring.models import Pair
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person

OF_A_PAIR = Wording("You two are a pair.")


def tell(pair: Pair, people: Iterable[Person], title: Wording, what: str, reason: Wording = OF_A_PAIR) -> None:
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
