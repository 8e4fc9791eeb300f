"""The services that are offered, by group."""

from __future__ import annotations

import pytest

from plumbline.office.mandate import catalogue_of
from plumbline.office.people.models import Organisation
from plumbline.office.services.actions import add_service
from plumbline.office.services.built_in import offers
from plumbline.office.services.queries.catalogue import catalogue

pytestmark = pytest.mark.django_db


def test_a_group_stands_once_with_its_services_by_title(harbour: Organisation) -> None:
    for group, title in (("Learning", "Reviews"), ("Control", "Scoreboard"), ("Learning", "Archive")):
        add_service(harbour, by=None, title=title, group=group)
    found = [(each.name, [one.title for one in each.services]) for each in catalogue(harbour)]
    assert found == [("Control", ["Scoreboard"]), ("Learning", ["Archive", "Reviews"])]


def test_common_challenges_are_answered_by_services_that_the_catalogue_has() -> None:
    for each in catalogue_of.challenges().values():
        assert each.services, each.key
        assert set(each.services) <= set(offers()), each.key
