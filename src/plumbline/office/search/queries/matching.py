"""Which documents match, in the words of each database; the words are letters and digits only, so nothing in them is
an operator."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import connection

from plumbline.office.people.models import Membership
from plumbline.office.people.roles import PERMISSIONS

_MATCHES = {
    "sqlite": (
        "SELECT d.*, bm25(search_words, 8.0, 1.0) AS score FROM search_words "
        "JOIN search_searchdocument d ON d.id = search_words.rowid WHERE search_words MATCH %s"
    ),
    "postgresql": (
        "SELECT d.*, -ts_rank(d.words, asked) AS score FROM search_searchdocument d, to_tsquery('simple', %s) AS asked "
        "WHERE d.words @@ asked"
    ),
}
_SHOWN = """
WITH matches AS MATERIALIZED (
    {matches} AND d.organisation_id = %s AND (d.permission IN ({may}) OR d.person_id = %s){narrow}
),
ranked AS (
    SELECT id, subject, count(*) OVER (PARTITION BY subject) AS total, row_number() OVER (
        PARTITION BY subject ORDER BY closed, CASE WHEN title_words LIKE %s THEN 0 ELSE 1 END, score, title, id
    ) AS place FROM matches
)
SELECT id, subject, total FROM ranked WHERE place > %s AND place <= %s ORDER BY subject, place
"""


@dataclass(frozen=True, slots=True)
class Match:
    id: int
    subject: str
    total: int
    """of its subject, all that the reader may see"""


def matches(
    reader: Membership, words: list[list[str]], *, subject: str = "", project_id: int = 0, begin: int = 0, most: int = 5
) -> list[Match]:
    """The best of each subject, from ``begin`` on; one query.

    Of each list of words one has to be there, as the beginning of a word.
    """
    if not words:
        return []
    may = seen_by(reader)
    narrow, narrowed = "", list[Any]()
    if subject:
        narrow, narrowed = narrow + " AND d.subject = %s", [*narrowed, subject]
    if project_id:
        narrow, narrowed = narrow + " AND d.project_id = %s", [*narrowed, project_id]
    statement = _SHOWN.format(matches=_MATCHES[connection.vendor], may=", ".join(["%s"] * len(may)), narrow=narrow)
    given = [_asked(words), reader.organisation_id, *may, reader.person_id, *narrowed]
    with connection.cursor() as cursor:
        cursor.execute(statement, [*given, f"{' '.join(each[0] for each in words)}%", begin, begin + most])
        return [Match(*row) for row in cursor.fetchall()]


def seen_by(reader: Membership) -> list[str]:
    """The permissions of the reader's role; never empty, as everybody sees something."""
    return [name for name, roles in PERMISSIONS.items() if reader.role in roles]


def _asked(words: list[list[str]]) -> str:
    begins, one, every = ('"{}" *', " OR ", " AND ") if connection.vendor == "sqlite" else ("{}:*", " | ", " & ")
    return every.join(f"({one.join(begins.format(each) for each in any_of)})" for any_of in words)
