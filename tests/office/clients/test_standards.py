"""A client begins a standard of its own from that of its provider."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from office.clients.agreeing import accepted
from office.conftest import Enrol
from plumbline.office.clients import actions, queries
from plumbline.office.clients.models import Agreement, TakenStandard
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.standards.models import StandardDraft, StandardVersion

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]


@pytest.fixture
def master(harbour: Organisation) -> StandardVersion:
    return publish_builtin(harbour, "predictive", by=None)


@pytest.fixture
def agreement(harbour: Organisation, northern: Organisation, ada: Person, olav: Person) -> Agreement:
    return accepted(harbour, northern, ada, olav)


def test_what_is_offered_becomes_a_draft_of_the_clients_own(
    agreement: Agreement,
    master: StandardVersion,
    ada: Person,
    olav: Person,
    northern: Organisation,
    signed_in: SignedIn,
) -> None:
    here, there = f"office/clients/{agreement.pk}/", f"/o/northern-line/office/clients/{agreement.pk}/"
    assert "None is offered" in signed_in(olav).get(there).content.decode()
    signed_in(ada).post(f"/o/harbour-works/{here}standard/")
    offer = agreement.standard_offers.get()
    assert str(master) in signed_in(olav).get(there).content.decode()
    sent = signed_in(olav).post(f"{there}standard/{offer.pk}/take/")
    draft = StandardDraft.objects.get(organisation__slug="northern-line")
    assert sent["Location"].endswith(f"/drafts/{draft.pk}/")
    assert draft.files == master.files
    assert TakenStandard.objects.get().offer.version == master
    assert "begun from" in signed_in(olav).get(there).content.decode()
    assert "begun from" not in signed_in(ada).get(f"/o/harbour-works/{here}").content.decode()


def test_a_newer_version_is_told_to_both(
    agreement: Agreement, master: StandardVersion, harbour: Organisation, northern: Organisation, olav: Person
) -> None:
    actions.take_standard(
        actions.offer_standard(agreement, organisation=harbour, by=None), organisation=northern, by=olav
    )
    assert queries.master_of(agreement, harbour).newer is None
    assert not queries.master_of(agreement, northern).is_behind
    newer = publish_builtin(harbour, "agile", by=None)
    assert queries.master_of(agreement, harbour).newer == newer
    actions.offer_standard(agreement, organisation=harbour, by=None)
    assert queries.master_of(agreement, northern).is_behind


def test_without_an_agreement_in_force_nothing_is_offered_or_taken(
    agreement: Agreement, master: StandardVersion, harbour: Organisation, northern: Organisation, olav: Person
) -> None:
    with pytest.raises(ValidationError, match="Only the provider"):
        actions.offer_standard(agreement, organisation=northern, by=olav)
    offer = actions.offer_standard(agreement, organisation=harbour, by=None)
    with pytest.raises(ValidationError, match="already"):
        actions.offer_standard(agreement, organisation=harbour, by=None)
    actions.end_agreement(agreement, organisation=northern, by=olav)
    offer.agreement.refresh_from_db()
    with pytest.raises(ValidationError, match="Only the client"):
        actions.take_standard(offer, organisation=northern, by=olav)
    assert queries.master_of(agreement, northern).offers == []


def test_without_a_standard_there_is_nothing_to_offer(agreement: Agreement, harbour: Organisation) -> None:
    with pytest.raises(ValidationError, match="Publish"):
        actions.offer_standard(agreement, organisation=harbour, by=None)


def test_an_offer_of_another_agreement_does_not_exist(
    agreement: Agreement, master: StandardVersion, harbour: Organisation, enrol: Enrol, signed_in: SignedIn, ada: Person
) -> None:
    offer = actions.offer_standard(agreement, organisation=harbour, by=ada)
    third = Organisation.objects.create(name="Third", slug="third")
    boss = enrol(third, Role.PMO_MANAGER, "Tess Rail").person
    other = accepted(harbour, third, ada, boss)
    address = f"/o/third/office/clients/{other.pk}/standard/{offer.pk}/take/"
    assert signed_in(boss).post(address).status_code == 404
