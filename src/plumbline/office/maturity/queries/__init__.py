"""Questions about maturity."""

from plumbline.office.maturity.queries.agreeing import Disputed, agreeing_page
from plumbline.office.maturity.queries.answering import AnsweringPage, Question, answering_page, where_to_go_on
from plumbline.office.maturity.queries.overview import Overview, PerspectiveShown, overview, perspective_shown
from plumbline.office.maturity.queries.results import Line, Part, latest_result, result_parts
from plumbline.office.maturity.queries.rounds import (
    RoundPage,
    assessor_of,
    leads,
    open_round,
    round_in,
    round_page,
    rounds,
)

__all__ = [
    "AnsweringPage",
    "Disputed",
    "Line",
    "Overview",
    "Part",
    "PerspectiveShown",
    "Question",
    "RoundPage",
    "agreeing_page",
    "answering_page",
    "assessor_of",
    "latest_result",
    "leads",
    "open_round",
    "overview",
    "perspective_shown",
    "result_parts",
    "round_in",
    "round_page",
    "rounds",
    "where_to_go_on",
]
