"""Questions about communities of practice."""

from plumbline.office.communities.queries.pages import (
    answer_in,
    communities,
    community_in,
    question_in,
    question_page,
    questions_of,
)
from plumbline.office.communities.queries.practice import communities_about, practice_about

__all__ = [
    "answer_in",
    "communities",
    "communities_about",
    "community_in",
    "practice_about",
    "question_in",
    "question_page",
    "questions_of",
]
