"""Founding an office with the guide."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client

from plumbline.office.events.models import Event
from plumbline.office.founding import actions
from plumbline.office.founding.actions.rhythm import next_on, plan_rhythm
from plumbline.office.founding.guide import ORDER, answers_of
from plumbline.office.founding.models import CultureProfile, Founding
from plumbline.office.founding.queries import founding_of, presets, profile_of
from plumbline.office.mandate.models import CharterVersion, RoadmapItem
from plumbline.office.mandate.queries import document_of
from plumbline.office.people.actions import add_person, create_organisation
from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.roles import Role
from plumbline.office.standards.actions import publish_builtin
from plumbline.office.standards.models import StandardDraft
from plumbline.office.standards.queries import in_force

pytestmark = pytest.mark.django_db


@pytest.fixture
def new() -> Organisation:
    return create_organisation(name="New Quay", by=None)


@pytest.fixture
def ada(new: Organisation) -> Person:
    person = add_person(new, by=None, email="ada@new.example", name="Ada", role=Role.PMO_MANAGER).person
    publish_builtin(new, "predictive", by=person)
    return person


@pytest.fixture
def browser(ada: Person) -> Client:
    client = Client()
    client.force_login(ada, "allauth.account.auth_backends.AuthenticationBackend")
    return client


def next_(client: Client, step: str, **changed: Any) -> Any:
    """What the page proposes, with ``changed``, sent with “Next”."""
    path = f"/o/new-quay/office/founding/{step}/"
    form = client.get(path).context["form"]
    said = {name: form[name].value() for name in form.fields}
    return client.post(path, {name: value for name, value in (said | changed).items() if value is not None})


def test_pressing_next_throughout_leads_to_a_charter_a_standard_and_a_roadmap(
    browser: Client, new: Organisation
) -> None:
    for step in ORDER:
        assert next_(browser, step).status_code == 302, step
    charter = CharterVersion.objects.get(organisation=new)
    rhythm = Event.objects.filter(organisation=new).order_by("title")
    assert [(each.title, each.first_on.day, each.repeats) for each in rhythm] == [
        ("Board meeting", 12, "day_of_month"),
        ("Status reports are due", 5, "day_of_month"),
    ]
    page = browser.get("/o/new-quay/office/founding/").content.decode()
    assert f"/o/new-quay/office/events/{rhythm[0].pk}/" in page
    assert charter.asked_by == charter.approved_by
    standard = in_force(new)
    assert standard
    assert standard.name == "our_standard"
    assert RoadmapItem.objects.filter(organisation=new).count() == 8
    assert "The office is founded" in browser.get("/o/new-quay/office/founding/").content.decode()


def test_one_may_leave_and_go_on_where_one_was(browser: Client, new: Organisation) -> None:
    next_(browser, "who", formality="strict")
    next_(browser, "challenges", own="Trams are late")
    page = browser.get("/o/new-quay/office/founding/")
    assert page.context["resume"] == "authority"
    assert answers_of(new, founding_of(new))["challenges"]["own"] == "Trams are late"


def test_services_that_answer_the_challenges_are_chosen_already(browser: Client) -> None:
    next_(browser, "challenges", chosen=["projects_without_case"])
    form = browser.get("/o/new-quay/office/founding/services/").context["form"]
    assert form["chosen"].value() == ["select_and_prioritise", "benefits"]


def test_a_proposal_is_overruled_only_with_a_reason(browser: Client, new: Organisation) -> None:
    assert next_(browser, "standard", report_days=7).status_code == 200
    assert next_(browser, "standard", report_days=7, reason="The council meets weekly.").status_code == 302
    found = {each.key: each for each in presets(profile_of(new))}["report_days"]
    assert (found.value, found.proposed, found.why) == ("7", "28", "The council meets weekly.")


@pytest.mark.parametrize("base", ["predictive", "agile", "hybrid", "pm2", "uk_gates"])
def test_each_built_in_standard_can_be_tailored(new: Organisation, ada: Person, base: str) -> None:
    said = answers_of(new, None)["standard"] | {"standard": base, "reason": "It suits us."}
    actions.answer_step(new, "standard", by=ada, said=said)
    actions.found_office(new, by=ada)
    standard = in_force(new)
    assert standard
    assert standard.name == "our_standard"


def test_where_somebody_else_may_approve_the_standard_and_the_charter_wait(new: Organisation, ada: Person) -> None:
    add_person(new, by=ada, email="osric@new.example", name="Osric", role=Role.EXECUTIVE)
    actions.found_office(new, by=ada)
    assert StandardDraft.objects.get(organisation=new).state == StandardDraft.State.REVIEW
    assert not CharterVersion.objects.filter(organisation=new).exists()


def test_somebody_is_invited_at_the_end(browser: Client, new: Organisation) -> None:
    next_(browser, "people", name="Osric", email="osric@new.example")
    assert Membership.objects.filter(organisation=new).count() == 1
    next_(browser, "review")
    assert Membership.objects.filter(organisation=new, role=Role.EXECUTIVE).count() == 1


def test_an_office_is_founded_once(new: Organisation, ada: Person) -> None:
    actions.found_office(new, by=ada)
    with pytest.raises(ValidationError):
        actions.found_office(new, by=ada)
    assert Founding.objects.get(organisation=new).finished_at is not None


def test_the_culture_is_kept_with_its_history(browser: Client, new: Organisation, ada: Person) -> None:
    for formality in ("light", "strict", "strict"):
        actions.record_culture(new, by=ada, formality=formality)
    assert CultureProfile.objects.filter(organisation=new).count() == 2
    page = browser.post(
        "/o/new-quay/office/culture/overrule/", {"key": "gate_word", "value": "Lock", "reason": "Water"}
    )
    assert page.status_code == 302
    assert "Lock" in browser.get("/o/new-quay/office/culture/").content.decode()


@pytest.mark.parametrize(
    ("key", "offered", "refused"),
    [("standard", 'value="pm2"', "waterfall"), ("report_days", 'type="number"', "0"), ("gate_word", "Word for", "x")],
)
def test_each_proposal_is_overruled_by_what_fits_it(
    browser: Client, new: Organisation, key: str, offered: str, refused: str
) -> None:
    at = "/o/new-quay/office/culture/"
    assert offered in browser.get(f"{at}?of={key}").content.decode()
    browser.post(f"{at}overrule/", {"key": key, "value": refused, "reason": "It suits us."})
    browser.post(f"{at}overrule/", {"key": "weather", "value": "fine", "reason": "It suits us."})
    assert not CultureProfile.objects.filter(organisation=new).exists()


def test_an_office_whose_charter_was_written_without_the_guide_is_not_asked_to_begin(
    browser: Client, new: Organisation, ada: Person
) -> None:
    assert "Begin" in browser.get("/o/new-quay/office/founding/").content.decode()
    CharterVersion.objects.create(
        organisation=new,
        number=1,
        document=json.dumps(document_of(new)),
        digest="0" * 64,
        asked_by=ada,
        approved_by=ada,
    )
    page = browser.get("/o/new-quay/office/founding/").content.decode()
    assert "This office is founded" in page
    assert "Begin" not in page


def test_the_rhythm_is_planned_once_and_what_was_changed_since_stays(new: Organisation, ada: Person) -> None:
    for day in (12, 20):
        plan_rhythm(new, ada, {"report_day": 5, "board_day": day})
    assert Event.objects.filter(organisation=new).count() == 2
    assert Event.objects.get(title="Board meeting").first_on.day == 12


def test_the_first_of_these_days_is_the_next_one() -> None:
    assert next_on(date(2026, 3, 5), 5) == date(2026, 3, 5)
    assert next_on(date(2026, 3, 6), 5) == date(2026, 4, 5)
    assert next_on(date(2026, 12, 31), 28) == date(2027, 1, 28)
