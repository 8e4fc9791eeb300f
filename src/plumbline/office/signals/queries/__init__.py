"""Questions about signals."""

from plumbline.office.signals.queries.lists import (
    Row,
    SignalFilter,
    beside_their_time,
    mine,
    office_list,
    open_to_all,
    rows_of,
    said_and_done,
    to_answer,
)
from plumbline.office.signals.queries.page import by_secret, page_of, signal_in
from plumbline.office.signals.queries.times import Times, answer_times, lately

__all__ = [
    "Row",
    "SignalFilter",
    "Times",
    "answer_times",
    "beside_their_time",
    "by_secret",
    "lately",
    "mine",
    "office_list",
    "open_to_all",
    "page_of",
    "rows_of",
    "said_and_done",
    "signal_in",
    "to_answer",
]
