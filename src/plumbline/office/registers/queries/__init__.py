"""Questions about registers."""

from plumbline.office.registers.queries.entry_page import EntryPage, entry_page, events_of
from plumbline.office.registers.queries.facts import days_that_change_rules, register_facts
from plumbline.office.registers.queries.finding import (
    LONGEST_SEARCH,
    Filters,
    entries_for,
    entry,
    export_lines,
    overdue_by,
)
from plumbline.office.registers.queries.lessons import Offered, found_lessons, lessons_for, offered
from plumbline.office.registers.queries.matrix import matrix
from plumbline.office.registers.queries.overview import overview
from plumbline.office.registers.queries.rows import rows

__all__ = [
    "LONGEST_SEARCH",
    "EntryPage",
    "Filters",
    "Offered",
    "days_that_change_rules",
    "entries_for",
    "entry",
    "entry_page",
    "events_of",
    "export_lines",
    "found_lessons",
    "lessons_for",
    "matrix",
    "offered",
    "overdue_by",
    "overview",
    "register_facts",
    "rows",
]
