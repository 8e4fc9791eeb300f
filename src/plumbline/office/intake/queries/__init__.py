"""Questions about project requests."""

from plumbline.office.intake.queries.finding import (
    Filters,
    mergeable,
    perhaps_due,
    request_for,
    requests_for,
    steps_of,
)
from plumbline.office.intake.queries.ranking import Ranked, Ranking, ranking
from plumbline.office.intake.queries.where import where

__all__ = [
    "Filters",
    "Ranked",
    "Ranking",
    "mergeable",
    "perhaps_due",
    "ranking",
    "request_for",
    "requests_for",
    "steps_of",
    "where",
]
