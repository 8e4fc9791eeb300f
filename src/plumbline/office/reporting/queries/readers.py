"""Who may read a report."""

from __future__ import annotations

from django.db.models import QuerySet

from plumbline.office.people import queries as people
from plumbline.office.people.models import Organisation, Person
from plumbline.office.reporting.report import Report


def readers_of(organisation: Organisation, report: Report) -> QuerySet[Person]:
    """Active people whose role may see everything that is in it."""
    return people.people_in(organisation, *report.readers).distinct()
