"""A file of measurements is kept, looked at, and taken up."""

from __future__ import annotations

from plumbline.office.benefits.actions.measuring import measure_benefit
from plumbline.office.benefits.importing import preview, table_from
from plumbline.office.benefits.models import MeasurementTable
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.handed_in import readable
from plumbline.office.people.models import Membership


def keep_measurements(membership: Membership, *, name: str, content: bytes) -> MeasurementTable:
    """Raises ``ValidationError`` at ``table`` for what cannot be read."""
    with action("keep_measurements", by=membership.person, scope=membership.organisation) as line:
        table = readable(lambda: table_from(content))
        kept = MeasurementTable(
            organisation=membership.organisation, name=name[-200:], content=content, by=membership.person
        )
        line.about(add(kept), rows=len(table.rows))
    return kept


def import_measurements(kept: MeasurementTable, membership: Membership, *, all_or_none: bool) -> int:
    """Adds what is new and returns how many that are; a second time adds nothing.

    ``all_or_none`` refuses the file as long as one of its rows cannot be read.
    """
    with action("import_measurements", by=membership.person, scope=kept.organisation) as line:
        held = MeasurementTable.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=kept.pk)
        if held.done_at is not None:
            line.nothing_happened()
            return 0
        found = preview(held, membership)
        for each in found.to_take(all_or_none=all_or_none):
            assert each.benefit is not None
            assert each.value is not None
            measure_benefit(each.benefit, by=membership.person, value=each.value, on=each.on, note=each.note)
        change(held, done_at=now(), added=len(found.new), content=b"-")
        line.about(held, added=len(found.new), left_out=found.bad)
    return len(found.new)
