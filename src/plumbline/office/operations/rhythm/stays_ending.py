"""Projects that stay with an older version of the standard until a day, and then move by themselves."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.db.models import OuterRef, Subquery

from plumbline.office.governance.models import MigrationDecision
from plumbline.office.operations.rhythm_row import RhythmRow, there
from plumbline.office.people.models import Membership

TITLE, ONE, ORDER = "Stays that end", "Stay", 140
PERMISSION = "see_projects"


def between(membership: Membership, first: date, last: date, most: int) -> Iterable[RhythmRow]:
    """Of what was decided about a project the last counts."""
    organisation = membership.organisation
    decided = MigrationDecision.objects.filter(project=OuterRef("project")).order_by("-decided_at", "-pk")
    ending = MigrationDecision.objects.filter(
        pk=Subquery(decided.values("pk")[:1]),
        project__organisation=organisation,
        project__archived_at=None,
        kind=MigrationDecision.Kind.STAY,
        last_day__range=(first, last),
    )
    for each in ending.select_related("project__manager").order_by("last_day", "pk")[:most]:
        if each.last_day:
            page = there("governance:standard", organisation, each.project_id)
            what = f"{each.project} moves to the standard in force"
            yield RhythmRow(each.last_day, what, page, each.pk, str(each.project.manager or ""))
