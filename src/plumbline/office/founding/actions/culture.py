"""Saying how the organisation works."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from plumbline.engine.culture import KEYS
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.foundation.whole_numbers import whole_number_in
from plumbline.office.founding.models import CultureProfile
from plumbline.office.founding.queries import CHOICES, MOST_DAYS, profile_of
from plumbline.office.people.models import Organisation, Person

FACTS = ("decisions", "formality", "appetite", "agile_share", "sector", "projects_a_year", "maturity")


def record_culture(organisation: Organisation, *, by: Person | None, **facts: Any) -> CultureProfile:
    """Keeps what was overruled before. The same culture said again adds no row."""
    with action("record_culture", by=by, scope=organisation) as line:
        last = profile_of(organisation)
        if last and all(getattr(last, name) == value for name, value in facts.items()):
            line.nothing_happened()
            return last
        kept = {name: getattr(last, name) for name in FACTS} if last else {}
        overruled = last.overruled if last else {}
        profile = add(CultureProfile(organisation=organisation, by=by, overruled=overruled, **(kept | facts)))
        line.about(profile, **facts)
        return profile


def overrule(organisation: Organisation, *, by: Person | None, key: str, value: str, reason: str) -> CultureProfile:
    """Puts ``value`` in the place of a proposal. Raises ``ValidationError`` by field."""
    _check(key, value, reason)
    with action("overrule_proposal", by=by, scope=organisation) as line:
        last = profile_of(organisation)
        known = {name: getattr(last, name) for name in FACTS} if last else {}
        overruled = (last.overruled if last else {}) | {key: {"value": value.strip(), "reason": reason.strip()}}
        profile = add(CultureProfile(organisation=organisation, by=by, overruled=overruled, **known))
        line.about(profile, key=key, value=value, reason=reason)
        return profile


def _check(key: str, value: str, reason: str) -> None:
    if key not in KEYS:
        raise ValidationError({"key": "Choose one of the proposals."})
    if not reason.strip():
        raise ValidationError({"reason": "Say in a sentence why you do it otherwise."})
    if key in CHOICES and value not in dict(CHOICES[key]):
        words = ", ".join(each for each, _ in CHOICES[key])
        raise ValidationError({"value": f"Choose one of: {words}."})
    if key.endswith("_days") and not 1 <= (whole_number_in(value) or 0) <= MOST_DAYS:
        raise ValidationError({"value": f"Give a number of days from 1 to {MOST_DAYS}."})
    if key == "gate_word" and not 2 <= len(value.strip()) <= 30:
        raise ValidationError({"value": "Give a word of 2 to 30 characters."})
