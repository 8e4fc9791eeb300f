"""Every action leaves one line that says who did what, and nothing changes that line."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from django.core.management import call_command
from django.db import DatabaseError, connection, transaction

from plumbline.office.foundation.audit import NoAuditLine, action
from plumbline.office.foundation.clock import clock_at
from plumbline.office.foundation.models import AuditLine
from plumbline.office.people.models import Organisation, Person, Unit
from plumbline.office.projects.models import PlanDocument, PlanVersion
from plumbline.office.standards.models import StandardVersion

APPEND_ONLY = [AuditLine, StandardVersion, PlanDocument, PlanVersion]


def test_a_deed_and_its_line_are_written_together(harbour: Organisation, ada: Person) -> None:
    with action("dredge", by=ada, scope=harbour) as line:
        line.about(harbour, metres=12)
    written = AuditLine.objects.get(verb="dredge")
    assert (written.actor, written.actor_name, written.scope) == (ada, "Ada Quay", harbour.pk)
    assert (written.object_type, written.object_id) == ("people.organisation", str(harbour.pk))
    assert (written.object_label, written.details) == ("Harbour Works", {"metres": 12})


def test_a_deed_that_fails_leaves_neither_itself_nor_a_line(harbour: Organisation) -> None:
    def dredge() -> None:
        with action("dredge", by=None, scope=harbour) as line:
            line.about(Unit.objects.create(organisation=harbour, name="Dredging"))
            raise RuntimeError("the tide was out")

    before = AuditLine.objects.count()
    with pytest.raises(RuntimeError, match="tide"):
        dredge()
    assert not Unit.objects.exists()
    assert AuditLine.objects.count() == before


def test_an_action_that_does_not_say_what_it_was_about_is_undone(harbour: Organisation) -> None:
    with pytest.raises(NoAuditLine), action("dredge", by=None, scope=harbour):
        Unit.objects.create(organisation=harbour, name="Dredging")
    assert not Unit.objects.exists()


def test_an_action_that_found_nothing_to_do_leaves_no_line(harbour: Organisation) -> None:
    with action("dredge", by=None, scope=harbour) as line:
        line.nothing_happened()
    assert not AuditLine.objects.filter(verb="dredge").exists()


def test_what_the_program_does_by_itself_is_under_its_own_name(harbour: Organisation) -> None:
    with action("dredge", by=None, scope=harbour) as line:
        line.about(harbour)
    written = AuditLine.objects.get(verb="dredge")
    assert (written.actor, written.actor_name) == (None, "Plumbline")


def test_a_line_may_name_neither_who_did_it_nor_from_where(harbour: Organisation, ada: Person) -> None:
    with action("dredge", by=ada, scope=harbour) as line:
        line.name_nobody()
        line.about(harbour)
    written = AuditLine.objects.get(verb="dredge")
    assert (written.actor, written.actor_name, written.address, written.request_id) == (None, "Plumbline", None, "")


def test_a_line_is_written_at_the_time_the_clock_tells(harbour: Organisation) -> None:
    moment = datetime(2025, 3, 4, 9, 30, tzinfo=UTC)
    with clock_at(moment), action("dredge", by=None, scope=harbour) as line:
        line.about(harbour)
    assert AuditLine.objects.get(verb="dredge").at == moment


@pytest.mark.django_db
@pytest.mark.parametrize("model", APPEND_ONLY)
def test_the_database_guards_each_append_only_table(model: type[AuditLine]) -> None:
    """SQLite forgets triggers when a later migration rebuilds the table."""
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            cursor.execute(
                "SELECT count(*) FROM sqlite_master WHERE type = 'trigger' AND tbl_name = %s", [model._meta.db_table]
            )
        else:
            cursor.execute(
                "SELECT count(*) FROM pg_trigger WHERE NOT tgisinternal AND tgrelid = %s::regclass",
                [model._meta.db_table],
            )
        assert cursor.fetchone() == (2,)


def test_a_line_cannot_be_changed(harbour: Organisation) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AuditLine.objects.update(verb="something else")
    line = AuditLine.objects.get()
    line.verb = "something else"
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        line.save()
    assert AuditLine.objects.get().verb == "create_organisation"


def test_a_line_cannot_be_deleted(harbour: Organisation) -> None:
    with pytest.raises(DatabaseError, match="append-only"), transaction.atomic():
        AuditLine.objects.all().delete()
    assert AuditLine.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_emptying_the_whole_database_keeps_the_guards(harbour: Organisation) -> None:
    call_command("flush", interactive=False, verbosity=0)
    assert not AuditLine.objects.exists()
    with action("dredge", by=None, scope=None) as line:
        line.about(Organisation.objects.create(name="Harbour Works", slug="harbour-works"))
    with pytest.raises(DatabaseError, match="append-only"):
        AuditLine.objects.all().delete()
