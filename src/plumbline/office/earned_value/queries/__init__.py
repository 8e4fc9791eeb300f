"""What is asked about earned value."""

from plumbline.office.earned_value.queries.accuracy import forecast_facts
from plumbline.office.earned_value.queries.facts import value_facts
from plumbline.office.earned_value.queries.finding import costs_of, rates_of, table_in
from plumbline.office.earned_value.queries.groups import Filters, GroupPage, group_page, standings_in
from plumbline.office.earned_value.queries.project_page import ProjectPage, project_page

__all__ = [
    "Filters",
    "GroupPage",
    "ProjectPage",
    "costs_of",
    "forecast_facts",
    "group_page",
    "project_page",
    "rates_of",
    "standings_in",
    "table_in",
    "value_facts",
]
