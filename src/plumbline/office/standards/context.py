"""The words that an organisation has instead of Plumbline's, for every template."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from plumbline.engine.standard.schema import Word
from plumbline.office.people.models import Organisation
from plumbline.office.standards import queries


def own_words(request: HttpRequest) -> dict[str, Any]:
    """``own_words``: by term, those of the standard in force (one query, if a page uses them)."""
    organisation = getattr(request, "organisation", None)
    return {"own_words": SimpleLazyObject(lambda: words_of(organisation))}


def words_of(organisation: Organisation | None) -> dict[str, Word]:
    version = queries.in_force(organisation) if organisation else None
    return {str(term): word for term, word in queries.standard_of(version).words.items()} if version else {}
