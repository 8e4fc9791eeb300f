"""The pages of agreements: who may do what there, and what a stranger finds."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.test import Client

from office.clients.agreeing import accepted, proposed
from office.conftest import Enrol
from plumbline.office.clients.models import Agreement
from plumbline.office.people.actions import create_organisation
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.people.roles import Role

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
HOME = "/o/harbour-works/office/clients/"
THERE = "/o/northern-line/office/clients/"


def test_an_agreement_comes_about_through_the_pages(
    harbour: Organisation, ada: Person, olav: Person, signed_in: SignedIn
) -> None:
    given = {"side": "provider", "grants": ["gates"], "starts_on": str(today(harbour)), "note": "From spring on."}
    page = signed_in(ada).post(f"{HOME}offer/", given).content.decode()
    code = re.search(r"<code>([A-Z0-9-]+)</code>", page)
    assert code
    assert signed_in(olav).post(f"{THERE}code/", {"code": code[1]}).status_code == 302
    agreement = Agreement.objects.get()
    read = signed_in(olav).get(f"{THERE}{agreement.pk}/").content.decode()
    assert "From spring on." in read
    assert "takes two people" in read
    signed_in(olav).post(f"{THERE}{agreement.pk}/accept/")
    assert "Northern Line" in signed_in(ada).get(HOME).content.decode()
    signed_in(olav).post(f"{THERE}{agreement.pk}/narrow/", {"grants": []})
    assert "grants nothing" in signed_in(ada).get(HOME).content.decode()
    assert "with Northern Line?" in signed_in(ada).get(f"{HOME}{agreement.pk}/end/").content.decode()
    signed_in(ada).post(f"{HOME}{agreement.pk}/end/", {"note": "Over."})
    assert "Over." in signed_in(olav).get(f"{THERE}{agreement.pk}/").content.decode()


def test_a_wrong_code_is_told_at_its_field(olav: Person, signed_in: SignedIn) -> None:
    page = signed_in(olav).post(f"{THERE}code/", {"code": "ABCDE-ABCDE"}).content.decode()
    assert "This code is not taken" in page


def test_the_answer_of_who_proposed_it_is_refused_in_words(
    harbour: Organisation, northern: Organisation, ada: Person, signed_in: SignedIn
) -> None:
    agreement = proposed(harbour, northern, ada)
    answer = signed_in(ada).post(f"{HOME}{agreement.pk}/accept/", follow=True)
    assert "The other side answers." in answer.content.decode()


def test_to_a_third_organisation_it_does_not_exist(
    harbour: Organisation, northern: Organisation, ada: Person, olav: Person, enrol: Enrol, signed_in: SignedIn
) -> None:
    agreement = accepted(harbour, northern, ada, olav)
    third = create_organisation(name="Third Rail", by=None)
    client = signed_in(enrol(third, Role.PMO_MANAGER, "Tess Rail").person)
    for end in ("", "narrow/", "end/", "report/", "report.csv"):
        assert client.get(f"/o/third-rail/office/clients/{agreement.pk}/{end}").status_code == 404, end
        assert client.get(f"{HOME}{agreement.pk}/{end}").status_code == 404, end


@pytest.mark.parametrize("role", [Role.PMO_STAFF, Role.PROJECT_MANAGER])
def test_only_pmo_managers_agree(
    harbour: Organisation, northern: Organisation, ada: Person, role: Role, enrol: Enrol, signed_in: SignedIn
) -> None:
    agreement = proposed(northern, harbour, ada)
    client = signed_in(enrol(harbour, role).person)
    assert client.get(HOME).status_code == (200 if role == Role.PMO_STAFF else 403)
    for end in ("accept/", "decline/", "end/", "narrow/"):
        assert client.post(f"{HOME}{agreement.pk}/{end}").status_code == 403, end


def test_an_offer_that_waits_names_nobody(harbour: Organisation, ada: Person, signed_in: SignedIn) -> None:
    signed_in(ada).post(f"{HOME}offer/", {"side": "client", "starts_on": str(today(harbour))})
    agreement = Agreement.objects.get()
    assert "Whoever uses the code" in signed_in(ada).get(HOME).content.decode()
    assert "An offer that waits" in signed_in(ada).get(f"{HOME}{agreement.pk}/").content.decode()
    assert signed_in(ada).get(f"{HOME}{agreement.pk}/report/").status_code == 404
