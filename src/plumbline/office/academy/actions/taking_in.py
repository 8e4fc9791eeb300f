"""A file of results from elsewhere is kept, looked at, and taken in."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from plumbline.office.academy.elsewhere.reading import preview, read
from plumbline.office.academy.models import ElsewhereFile, ElsewhereResult
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.tabular import UnreadableTable
from plumbline.office.people.models import Organisation, Person


def keep_results(organisation: Organisation, *, by: Person, name: str, source: str, content: bytes) -> ElsewhereFile:
    """Raises ``ValidationError`` at ``file`` for what cannot be read."""
    with action("keep_results", by=by, scope=organisation) as line:
        try:
            rows = read(content, organisation).rows
        except UnreadableTable as unreadable:
            raise ValidationError({"file": str(unreadable)}) from unreadable
        kept = add(
            ElsewhereFile(
                organisation=organisation, name=name[-200:], source=source.strip(), content=content, by=by, at=now()
            )
        )
        line.about(kept, rows=len(rows))
        return kept


def take_in_results(file: ElsewhereFile, *, by: Person, all_or_none: bool) -> int:
    """Adds what is new and returns how many that are; a second time, or by another file, nothing is added.

    It says what was learnt elsewhere. No lesson is finished by it, no assignment done, no certificate issued.
    """
    with action("take_in_results", by=by, scope=file.organisation) as line:
        Organisation.objects.select_for_update().get(pk=file.organisation_id)  # two at once would add each row twice
        held = ElsewhereFile.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=file.pk)
        if held.done_at is not None:
            line.nothing_happened()
            return 0
        found = preview(held)
        if all_or_none and found.bad:
            raise ValidationError(f"{found.bad} rows cannot be read, so nothing was added.")
        ElsewhereResult.objects.bulk_create(
            ElsewhereResult(
                organisation=held.organisation, person=each.person, file=held, source=held.source,
                about=each.told.about, course=each.course, lesson=each.lesson, on=each.told.on,
                percent=each.told.percent, passed=each.told.passed, key=each.key, added_at=now(),
            )
            for each in found.new
            if each.told.on
        )  # fmt: skip
        # the file has served its purpose, and may hold what nobody wants kept twice
        change(held, done_at=now(), added=len(found.new), content=b"-")
        line.about(held, added=len(found.new), left_out=found.bad)
        return len(found.new)
