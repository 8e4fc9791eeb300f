"""Each row of the day leads somewhere: its page opens, and its deed does what it says."""

from __future__ import annotations

from datetime import timedelta

import pytest

from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.operations.day import SHOWN_OF_ONE
from plumbline.office.operations.due_kinds import due_kinds, found_of, name_of
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role
from web.whole_office import TOLD_AT, whole_office

pytestmark = pytest.mark.django_db


def test_every_link_of_every_row_opens_for_whoever_sees_the_row() -> None:
    office, drawn = whole_office(), set()
    client = office.client(office.people[Role.PMO_MANAGER])
    with clock_at(TOLD_AT + timedelta(days=90)):
        for kind in due_kinds():
            for row in found_of(kind, office.organisation, today(office.organisation), SHOWN_OF_ONE).rows:
                drawn.add(name_of(kind))
                for link in {row.url, row.deed_url} if not row.posts else {row.url}:
                    assert client.get(link).status_code == 200, (name_of(kind), link)
    assert len(drawn) > 8, drawn


def test_a_reminder_that_is_pressed_reaches_the_manager() -> None:
    office = whole_office()
    manager = office.people[Role.PROJECT_MANAGER]
    client = office.client(office.people[Role.PMO_STAFF])
    project = manager.managed_projects.order_by("pk").first()
    project.reporting.__class__.objects.filter(pk=project.reporting.pk).update(silent_after="2026-03-01")
    with clock_at(TOLD_AT):
        page = client.get(f"/o/{office.organisation.slug}/office/day/?kind=projects_silent").content.decode()
        before = Notice.objects.filter(person=manager).count()
        address = f"/o/{office.organisation.slug}/projects/{project.pk}/reports/remind/"
        assert f'action="{address}"' in page
        assert 'name="remind" value="yes"' in page
        client.post(address, {"remind": "yes"})
    assert Notice.objects.filter(person=manager).count() == before + 1
