"""Charters that were approved, and what one says otherwise than the one before."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from django.db.models import QuerySet
from django.http import Http404

from plumbline.office.mandate.models import CharterProposal, CharterVersion
from plumbline.office.people.models import Organisation

Difference = tuple[str, str, str]
"""Where, before, now; empty where there was or is nothing."""
_NAMES = {
    "office": "Name of the office",
    "control": "How much it controls",
    "reach": "Whom it serves",
    "covers": "Which projects it is for",
    "reports_to": "Reports to",
    "review_on": "Review",
}


def versions_of(organisation: Organisation) -> QuerySet[CharterVersion]:
    found = CharterVersion.objects.filter(organisation=organisation)
    return found.select_related("asked_by", "approved_by").defer("document")


def version_in(organisation: Organisation, number: int) -> tuple[CharterVersion, CharterVersion | None]:
    """That version and the one before it."""
    found = CharterVersion.objects.filter(organisation=organisation).select_related("asked_by", "approved_by")
    by_number = {each.number: each for each in found.filter(number__in=(number, number - 1))}
    if number not in by_number:
        raise Http404
    return by_number[number], by_number.get(number - 1)


def proposal_in(organisation: Organisation) -> CharterProposal | None:
    return CharterProposal.objects.filter(organisation=organisation).select_related("asked_by", "organisation").first()


def differences(
    before: CharterVersion | CharterProposal | None, now: CharterVersion | CharterProposal
) -> list[Difference]:
    """By chapter and title, in plain words. Of the first version there is none."""
    if before is None:
        return []
    return list(_differences(json.loads(before.document), json.loads(now.document)))


def _differences(before: dict[str, Any], now: dict[str, Any]) -> Iterator[Difference]:
    for name, new in now.items():
        old = before.get(name, "")
        if old == new:
            continue
        title = _NAMES.get(name, name.replace("_", " ").capitalize())
        if not isinstance(new, list):
            yield title, str(old), str(new)
            continue
        known, wanted = {_key(each): each for each in old}, {_key(each): each for each in new}
        for key in [*known, *(each for each in wanted if each not in known)]:
            was, is_now = known.get(key), wanted.get(key)
            if was != is_now:
                yield f"{title}: {key}", _words(was, is_now), _words(is_now, was)


def _key(thing: dict[str, Any]) -> str:
    return str(thing.get("title") or thing.get("what"))


def _words(thing: dict[str, Any] | None, other: dict[str, Any] | None) -> str:
    """Only what is different; all of it where there is no other."""
    if thing is None:
        return ""
    told = {name: value for name, value in thing.items() if value and (other is None or other.get(name) != value)}
    told = {name: value for name, value in told.items() if name not in ("title", "what", "says", "metric")}
    return "; ".join(f"{name.replace('_', ' ')}: {_plain(value)}" for name, value in told.items()) or "–"


def _plain(value: Any) -> str:
    if isinstance(value, list):
        return ", ".join(str(each.get("title") or each.get("person")) for each in value)
    if isinstance(value, dict):
        return ", ".join(f"{name} {level}" for name, level in value.items())
    return "yes" if value is True else str(value)
