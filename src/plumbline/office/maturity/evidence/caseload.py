"""How many running projects one manager leads at most."""

from __future__ import annotations

from datetime import date

from django.db.models import Count

from plumbline.office.maturity.measured import Measured, address, by_limits
from plumbline.office.people.models import Organisation
from plumbline.office.projects.models import Project

TITLE = "Caseload"
MOST = 4


def measured(organisation: Organisation, day: date) -> Measured:
    counts = list(
        Project.objects.filter(organisation=organisation, archived_at=None, manager__isnull=False)
        .order_by()
        .values("manager")
        .annotate(number=Count("pk"))
        .values_list("number", flat=True)
    )
    there = address("projects:list", organisation)
    if not counts:
        return Measured(None, "No running project has a manager.", None, there)
    over = sum(each > MOST for each in counts)
    said = f"Project managers: {len(counts)}. Most projects of one: {max(counts)}. With more than {MOST}: {over}."
    return Measured(max(counts), said, by_limits(over / len(counts), met=0, partly=0.2), there)
