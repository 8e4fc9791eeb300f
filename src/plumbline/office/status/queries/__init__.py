"""Questions about status reports."""

from plumbline.office.status.queries.desk import desk, desk_lines, tallies
from plumbline.office.status.queries.drafts import draft_of, titles_of, what_is_missing
from plumbline.office.status.queries.facts import facts_since
from plumbline.office.status.queries.history import WhereItStands, all_reports_of, where_it_stands
from plumbline.office.status.queries.lines import line_of, lines_of
from plumbline.office.status.queries.reports import last_report, report, reports_of
from plumbline.office.status.queries.shown import shown_draft, shown_report

__all__ = [
    "WhereItStands",
    "all_reports_of",
    "desk",
    "desk_lines",
    "draft_of",
    "facts_since",
    "last_report",
    "line_of",
    "lines_of",
    "report",
    "reports_of",
    "shown_draft",
    "shown_report",
    "tallies",
    "titles_of",
    "what_is_missing",
    "where_it_stands",
]
