"""Who is asked to read a policy, by when, and who has: only those it concerns now, and each version anew."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.db import connection
from django.test.utils import CaptureQueriesContext

from office.policies.conftest import Publish, again, place_of
from plumbline.office.foundation.clock import clock_at
from plumbline.office.people.actions import add_person, create_unit, deactivate
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.policies import actions, queries
from plumbline.office.policies.models import Policy

pytestmark = pytest.mark.django_db
MARCH = datetime(2026, 3, 9, 23, 30, tzinfo=UTC)


def counted(policy: Policy) -> tuple[int, int]:
    found = queries.read_counts(policy.organisation, [again(policy)])[policy.pk]
    return found.read, found.asked


def read(policy: Policy, *readers: Person) -> None:
    current = again(policy).current
    assert current is not None
    for each in readers:
        actions.acknowledge(policy, reader=place_of(each), number=current.number)


def next_version(policy: Policy, by: Person, approver: Person, *, minor: bool) -> None:
    text = f"{again(policy).current} and more."
    draft = actions.write_draft(policy, by=by, text=text, what_changed="More.", minor=minor)
    actions.ask_for_approval(policy, by=by)
    actions.approve_draft(policy, by=approver, seen=draft.fingerprint)


def test_a_policy_for_all_asks_every_member(policy: Policy, ada: Person, rose: Person, mira: Person) -> None:
    read(policy, mira)
    assert counted(policy) == (1, 3)
    assert [each.person for each in queries.readers(policy, missing=True)] == [ada, rose]


def test_a_policy_for_roles_asks_those_who_have_one(publish: Publish, mira: Person, rose: Person) -> None:
    policy = publish(concerns="roles", roles=[Role.PROJECT_MANAGER])
    assert counted(policy) == (0, 1)
    assert queries.is_asked(place_of(mira), policy)
    assert not queries.is_asked(place_of(rose), policy)
    with pytest.raises(ValidationError, match="Nobody asks you"):
        read(policy, rose)


def test_a_policy_for_a_unit_asks_those_of_all_units_under_it(
    harbour: Organisation, publish: Publish, mira: Person
) -> None:
    works = create_unit(harbour, by=None, name="Works", parent=None)
    piers = create_unit(harbour, by=None, name="Piers", parent=works)
    office = create_unit(harbour, by=None, name="Office", parent=None)
    for name, unit in (("Pia", piers), ("Ole", office)):
        add_person(harbour, by=None, email=f"{name}@harbour.example", name=name, role=Role.TEAM_MEMBER, unit=unit)
    policy = publish(concerns="units", units=[works])
    assert counted(policy) == (0, 1)
    pia, ole = (Membership.objects.get(person__name=name) for name in ("Pia", "Ole"))
    assert queries.is_asked(pia, policy)
    assert not queries.is_asked(ole, policy)
    assert not queries.is_asked(place_of(mira), policy)


def test_who_has_left_is_not_counted_and_who_comes_back_has_still_read_it(policy: Policy, mira: Person) -> None:
    read(policy, mira)
    place = place_of(mira)
    deactivate(place, by=None)
    assert counted(policy) == (0, 2)
    Membership.objects.filter(pk=place.pk).update(active=True)
    assert counted(policy) == (1, 3)


def test_a_new_version_asks_again_and_a_small_correction_does_not(
    policy: Policy, ada: Person, rose: Person, mira: Person
) -> None:
    read(policy, mira)
    next_version(policy, ada, rose, minor=True)
    assert counted(policy) == (1, 3)
    next_version(policy, ada, rose, minor=False)
    assert counted(policy) == (0, 3)
    next_version(policy, ada, rose, minor=True)
    read(policy, mira)
    assert counted(policy) == (1, 3)


def test_only_the_version_that_holds_can_be_read_and_only_once(
    policy: Policy, ada: Person, rose: Person, mira: Person
) -> None:
    read(policy, mira)
    read(policy, mira)
    assert policy.current is not None
    assert policy.current.acknowledgements.count() == 1
    next_version(policy, ada, rose, minor=False)
    with pytest.raises(ValidationError, match="new version"):
        actions.acknowledge(policy, reader=place_of(mira), number=1)


def test_a_guideline_that_asks_nobody_counts_nobody(publish: Publish, mira: Person) -> None:
    policy = publish(reading_days=None)
    assert not queries.read_counts(policy.organisation, [policy])
    assert not queries.is_asked(place_of(mira), policy)


def test_the_days_begin_with_the_version_or_with_the_reader(
    harbour: Organisation, publish: Publish, ada: Person, rose: Person
) -> None:
    with clock_at(MARCH):
        policy = publish()
        place = place_of(ada)
        Membership.objects.filter(pk=place.pk).update(since=MARCH - timedelta(days=90))
    later = MARCH + timedelta(days=5)
    with clock_at(later):
        new = add_person(harbour, by=None, email="new@harbour.example", name="New", role=Role.GUEST)
    assert queries.to_read_by(place_of(ada), policy) == date(2026, 3, 23)
    assert queries.to_read_by(new, policy) == date(2026, 3, 28)


def test_whom_it_newly_concerns_is_asked_from_then_on(
    publish: Publish, facts: actions.Facts, ada: Person, mira: Person
) -> None:
    policy = publish(concerns="roles", roles=[Role.GUEST])
    before = policy.asks_since
    actions.change_facts(policy, replace(facts, concerns="roles", roles=[Role.PROJECT_MANAGER]), by=ada)
    assert queries.is_asked(place_of(mira), policy)
    after = again(policy).asks_since
    assert before is not None
    assert after is not None
    assert after > before


def test_a_policy_of_another_organisation_asks_nobody_here(policy: Policy, olav: Person) -> None:
    assert not queries.to_read(place_of(olav)).exists()


def test_a_list_asks_as_much_of_the_database_for_one_as_for_twenty(publish: Publish, ada: Person, mira: Person) -> None:
    for number in range(20):
        read(publish(title=f"Rule {number}", concerns="roles", roles=[Role.PROJECT_MANAGER]), mira)
    asked = []
    for count in (1, 20):
        with CaptureQueriesContext(connection) as seen:
            queries.listed(place_of(ada), queries.policies(place_of(ada))[:count])
        asked.append(len(seen))
    assert asked[0] == asked[1]
