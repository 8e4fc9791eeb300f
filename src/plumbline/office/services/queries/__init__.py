"""Questions about services, what was asked, and what it took."""

from plumbline.office.services.queries.catalogue import Group, catalogue, choices, filtered, not_taken, service_in
from plumbline.office.services.queries.effort import Week, effort_in, week_of
from plumbline.office.services.queries.period import Done, done_in
from plumbline.office.services.queries.requests import (
    QueueFilter,
    Row,
    beside_their_limit,
    may_see,
    mine,
    queue,
    request_in,
    rows_of,
)
from plumbline.office.services.queries.satisfaction import satisfaction_of
from plumbline.office.services.queries.value import GROUPS, People, Sums, rate_now, value_of

__all__ = [
    "GROUPS",
    "Done",
    "Group",
    "People",
    "QueueFilter",
    "Row",
    "Sums",
    "Week",
    "beside_their_limit",
    "catalogue",
    "choices",
    "done_in",
    "effort_in",
    "filtered",
    "may_see",
    "mine",
    "not_taken",
    "queue",
    "rate_now",
    "request_in",
    "rows_of",
    "satisfaction_of",
    "service_in",
    "value_of",
    "week_of",
]
