"""The pages of policies, for who may and who may not; hostile text does no harm."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import replace
from time import perf_counter

import pytest
from django.test import Client

from office.policies.conftest import Publish
from plumbline.office.people.models import Organisation, Person
from plumbline.office.policies import actions
from plumbline.office.policies.models import Policy
from plumbline.office.policies.texts import MAX_BYTES

pytestmark = pytest.mark.django_db
SignedIn = Callable[[Person], Client]
THERE = "/o/harbour-works/policies/"


def test_everybody_reads_what_is_published_and_finds_no_way_to_change_it(
    policy: Policy, mira: Person, signed_in: SignedIn
) -> None:
    page = signed_in(mira).get(f"{THERE}{policy.pk}/").content.decode()
    assert "Nobody runs." in page
    assert "/draft/" not in page
    for place in ("draft/", "facts/", "readers/", "readers.csv", "confirm/", "withdraw/", "draft/decide/"):
        assert signed_in(mira).get(f"{THERE}{policy.pk}/{place}").status_code == 403, place


def test_the_owner_writes_and_sees_the_readers_and_does_not_approve(
    policy: Policy, facts: actions.Facts, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    actions.change_facts(policy, replace(facts, owner=mira), by=ada)
    client = signed_in(mira)
    assert client.get(f"{THERE}{policy.pk}/readers/").status_code == 200
    saved = client.post(f"{THERE}{policy.pk}/draft/", {"text": "Nobody swims.", "what_changed": "Swimming."})
    assert saved.status_code == 302
    assert policy.drafts.latest("begun_at").text == "Nobody swims."
    assert client.post(f"{THERE}{policy.pk}/draft/decide/", {"decision": "approve"}).status_code == 403


def test_a_preview_saves_nothing_and_loses_nothing(policy: Policy, ada: Person, signed_in: SignedIn) -> None:
    sent = {"text": "## Diving\n\nNobody dives.", "what_changed": "Diving.", "preview": "1"}
    page = signed_in(ada).post(f"{THERE}{policy.pk}/draft/", sent).content.decode()
    assert "<h3>Diving</h3>" in page
    assert "## Diving" in page
    assert policy.drafts.count() == 1


def test_a_new_policy_may_be_looked_at_before_it_is_begun(ada: Person, signed_in: SignedIn) -> None:
    page = signed_in(ada).post(f"{THERE}begin/", {"text": "## Diving", "title": "x" * 300, "preview": "1"})
    assert "<h3>Diving</h3>" in page.content.decode()
    assert not Policy.objects.exists()


def test_what_is_wrong_is_said_at_its_field(ada: Person, signed_in: SignedIn) -> None:
    sent = {"title": "Quay", "kind": "policy", "owner": ada.pk, "review_days": 365, "concerns": "roles", "text": "x"}
    page = signed_in(ada).post(f"{THERE}begin/", sent)
    assert page.context["form"].errors == {"roles": ["Choose the roles that it concerns."]}


def test_a_script_in_a_text_is_shown_as_text(publish: Publish, mira: Person, signed_in: SignedIn) -> None:
    hostile = "<script>alert(1)</script>\n\n[here](javascript:alert(2)) ![x](http://elsewhere.example/x.png)"
    policy = publish(hostile)
    page = signed_in(mira).get(f"{THERE}{policy.pk}/").content.decode()
    assert "<script>alert" not in page
    assert 'href="javascript' not in page
    assert 'elsewhere.example/x.png"' not in page


@pytest.mark.parametrize("text", ["*a " * (MAX_BYTES // 3), "x\n" * 1999, "[" * MAX_BYTES, "> " * (MAX_BYTES // 2)])
def test_the_largest_texts_are_shown_and_compared_within_seconds(
    publish: Publish, ada: Person, rose: Person, signed_in: SignedIn, text: str
) -> None:
    policy = publish(text)
    actions.write_draft(policy, by=ada, text=text[1:] + ".", what_changed="A little.")
    actions.ask_for_approval(policy, by=ada)
    begun = perf_counter()
    assert signed_in(rose).get(f"{THERE}{policy.pk}/").status_code == 200
    assert signed_in(rose).get(f"{THERE}{policy.pk}/draft/decide/").status_code == 200
    assert perf_counter() - begun < 20


def test_a_version_is_handed_out_as_it_was_written(publish: Publish, mira: Person, signed_in: SignedIn) -> None:
    policy = publish("# Quay\n\nNobody *runs*.")
    answer = signed_in(mira).get(f"{THERE}{policy.pk}/versions/1/policy.md")
    assert answer.content.decode() == "# Quay\n\nNobody *runs*."
    assert answer["Content-Disposition"] == 'attachment; filename="rules-of-the-quay-1.md"'
    assert signed_in(mira).get(f"{THERE}{policy.pk}/versions/2/policy.md").status_code == 404


def test_who_has_not_read_it_is_handed_out_as_a_table(
    policy: Policy, ada: Person, mira: Person, signed_in: SignedIn
) -> None:
    Person.objects.filter(pk=mira.pk).update(name="=cmd()")
    lines = signed_in(ada).get(f"{THERE}{policy.pk}/readers.csv").content.decode("utf-8-sig").splitlines()
    assert lines[0] == "Name,Email address,Role,Unit,To be read by"
    assert "'=cmd()" in "".join(lines)
    book = signed_in(ada).get(f"{THERE}{policy.pk}/readers.xlsx").content
    assert zipfile.is_zipfile(io.BytesIO(book))


def test_a_page_number_or_version_that_makes_no_sense_is_harmless(
    policy: Policy, mira: Person, signed_in: SignedIn
) -> None:
    client = signed_in(mira)
    assert client.get(f"{THERE}?page=nonsense&kind=law&state=lost").status_code == 200
    assert client.get(f"{THERE}{policy.pk}/versions/?before=9&after=x").status_code == 200
    said = client.post(f"{THERE}{policy.pk}/read/", {"number": "9" * 5000}, follow=True)
    assert "Read that one" in said.content.decode()


def test_for_another_organisation_there_is_none(
    policy: Policy, northern: Organisation, olav: Person, signed_in: SignedIn
) -> None:
    assert signed_in(olav).get(f"/o/northern-line/policies/{policy.pk}/").status_code == 404
    assert "quay" not in signed_in(olav).get("/o/northern-line/policies/").content.decode().lower()
