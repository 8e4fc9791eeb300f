"""A policy and the people around it; all invented."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from plumbline.office.people.actions import add_person
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.policies import actions
from plumbline.office.policies.models import Policy

Publish = Callable[..., Policy]


@pytest.fixture
def rose(harbour: Organisation) -> Person:
    """PMO staff of Harbour Works."""
    return add_person(harbour, by=None, email="rose@harbour.example", name="Rose Winch", role=Role.PMO_STAFF).person


@pytest.fixture
def facts(ada: Person) -> actions.Facts:
    return actions.Facts("Rules of the quay", "policy", owner=ada, reading_days=14)


@pytest.fixture
def publish(harbour: Organisation, ada: Person, rose: Person, facts: actions.Facts) -> Publish:
    """Begun by Ada and approved by Rose: ``publish(text="...", title="...")``."""

    def published(text: str = "Nobody runs.", **other: object) -> Policy:
        policy = actions.begin_policy(harbour, replace(facts, **other), by=ada, text=text)  # type: ignore[arg-type]
        actions.ask_for_approval(policy, by=ada)
        actions.approve_draft(policy, by=rose, seen=policy.drafts.get().fingerprint)
        return again(policy)

    return published


@pytest.fixture
def policy(publish: Publish) -> Policy:
    return publish()


def again(policy: Policy) -> Policy:
    """As it is now."""
    return Policy.objects.select_related("organisation", "owner", "current").get(pk=policy.pk)


def place_of(person: Person) -> Membership:
    return person.memberships.select_related("organisation", "person", "unit").get()
