"""Leave: entered by the person or their resource owner. Why is sealed, and in no audit line and no notice."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import ValidationError

from plumbline.office.capacity.actions.working_out import work_out
from plumbline.office.capacity.importing import preview, refuse_days, table_from
from plumbline.office.capacity.models import Leave, LeaveTable, ResourcePerson
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.handed_in import readable
from plumbline.office.people.models import Membership, Person

MOST_LEAVE, LONGEST_REASON = 2000, 200


def enter_leave(
    person: ResourcePerson, *, by: Person | None, first: date, last: date, percent: int = 100, reason: str = ""
) -> Leave:
    """``percent`` of each of the days. Raises ``ValidationError`` by field."""
    with action("enter_leave", by=by, scope=person.organisation) as line:
        leave = _enter(person, by, first, last, percent, reason)
        work_out(person.organisation, [person])
        line.about(person, first=str(first), last=str(last), percent=percent)
    return leave


def withdraw_leave(leave: Leave, *, by: Person | None) -> None:
    """It counts no longer, and stays to be read by those who may."""
    with action("withdraw_leave", by=by, scope=leave.person.organisation) as line:
        held = Leave.objects.select_for_update(of=("self",)).select_related("person__organisation").get(pk=leave.pk)
        if held.withdrawn_at is not None:
            line.nothing_happened()
            return
        change(held, withdrawn_at=now())
        work_out(held.person.organisation, [held.person])
        line.about(held.person, first=str(held.first), last=str(held.last))


def keep_leave_table(membership: Membership, *, name: str, content: bytes) -> LeaveTable:
    """Raises ``ValidationError`` at ``table`` for what cannot be read."""
    with action("keep_leave_table", by=membership.person, scope=membership.organisation) as line:
        table = readable(lambda: table_from(content))
        kept = LeaveTable(organisation=membership.organisation, name=name[-200:], content=content, by=membership.person)
        line.about(add(kept), rows=len(table.rows))
    return kept


def import_leave(kept: LeaveTable, membership: Membership, *, all_or_none: bool) -> int:
    """Adds what is new and returns how many that are; a second time adds nothing.

    ``all_or_none`` refuses the file as long as one of its rows cannot be read.
    """
    with action("import_leave", by=membership.person, scope=kept.organisation) as line:
        held = LeaveTable.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=kept.pk)
        if held.done_at is not None:
            line.nothing_happened()
            return 0
        found = preview(held, membership)
        people: dict[int, ResourcePerson] = {}
        for each in found.to_take(all_or_none=all_or_none):
            assert each.person
            assert each.first
            assert each.last
            assert each.percent
            _enter(each.person, membership.person, each.first, each.last, each.percent, each.reason)
            people[each.person.pk] = each.person
        if people:
            work_out(held.organisation, list(people.values()))
        change(held, done_at=now(), added=len(found.new), content=b"-")
        line.about(held, added=len(found.new), left_out=found.bad)
    return len(found.new)


def _enter(person: ResourcePerson, by: Person | None, first: date, last: date, percent: int, reason: str) -> Leave:
    refuse_days(first, last)
    if person.leave.count() >= MOST_LEAVE:
        raise ValidationError(f"There are {MOST_LEAVE:,} entries of leave of {person}, which is the most.")
    leave = Leave(person=person, first=first, last=last, percent=percent, by=by)
    leave.seal(reason[:LONGEST_REASON])
    return add(leave)
