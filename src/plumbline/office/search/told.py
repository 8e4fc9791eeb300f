"""What a subject tells of one thing that can be found."""

from __future__ import annotations

import json
from dataclasses import astuple, dataclass
from hashlib import blake2b
from typing import Any

from django.urls import NoReverseMatch, reverse

from plumbline.office.search.models import SearchDocument
from plumbline.office.search.words import folded

LONGEST_TEXT = 4000


@dataclass(frozen=True, slots=True)
class Told:
    """``path`` is ``None`` where this installation has no page for it: then it is not found.

    Seen by whose role has the ``permission``, and by the person of ``person_id``.
    """

    organisation_id: int
    source_id: int
    title: str
    path: str | None
    permission: str
    part: str = ""
    reference: str = ""
    under: str = ""
    text: str = ""
    person_id: int | None = None
    project_id: int | None = None
    closed: bool = False

    @property
    def key(self) -> tuple[int, str]:
        return self.source_id, self.part

    def digest(self) -> str:
        """Of all that is told: the document is written again when it differs."""
        return blake2b(json.dumps(astuple(self)).encode(), digest_size=16).hexdigest()

    def document(self, subject: str) -> SearchDocument:
        return SearchDocument(
            organisation_id=self.organisation_id,
            subject=subject,
            source_id=self.source_id,
            part=self.part,
            title=self.title[:250],
            reference=self.reference[:60],
            under=self.under[:250],
            text=self.text[:LONGEST_TEXT],
            path=(self.path or "")[:300],
            permission=self.permission,
            person_id=self.person_id,
            project_id=self.project_id,
            closed=self.closed,
            title_words=folded(f"{self.reference} {self.title}"),
            text_words=folded(f"{self.under} {self.text[:LONGEST_TEXT]}"),
            digest=self.digest(),
        )


def address(route: str, **parameters: Any) -> str | None:
    """``None`` where the installation has no such page."""
    try:
        return reverse(route, kwargs=parameters)
    except NoReverseMatch:
        return None
