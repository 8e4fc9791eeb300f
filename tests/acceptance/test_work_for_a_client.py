"""The steps of working for a client."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core import mail
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.pages import words_of
from acceptance.story import Story
from acceptance.under_a_standard import TODAY
from plumbline.office.clients import actions as agreements
from plumbline.office.clients.models import Agreement
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.jobs import mail_what_is_due
from plumbline.office.people.actions import add_person
from plumbline.office.people.models import Person
from plumbline.office.people.roles import Role
from plumbline.office.services.models import Service

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("work_for_a_client.feature")
HARBOUR, NORTHERN = "Harbour Works", "Northern Line"


def read(story: Story, who: str, organisation: str, path: str) -> str:
    return words_of(story.open(who, path, organisation))


def report_path() -> str:
    return f"office/clients/{Agreement.objects.get().pk}/report/"


@given(parsers.parse('Harbour Works works for Northern Line, which shows "{one}" and "{other}"'))
def _(story: Story, one: str, other: str) -> None:
    dagny = story.enrol("Dagny", Role.PMO_MANAGER, HARBOUR)
    olav = story.enrol("Olav", Role.PMO_MANAGER, NORTHERN)
    for each in (HARBOUR, NORTHERN):
        Service.objects.create(organisation=story.organisation(each), title="Plan review")
    offered, code = agreements.offer_agreement(
        story.organisation(HARBOUR), by=dagny, side="provider", grants=[one, other]
    )
    agreements.type_code(story.organisation(NORTHERN), by=olav, code=code)
    agreements.accept_agreement(offered, organisation=story.organisation(NORTHERN), by=olav)


@given("Wren works in the office of both")
def _(story: Story) -> None:
    wren = story.enrol("Wren", Role.PMO_STAFF, HARBOUR)
    add_person(story.organisation(NORTHERN), by=None, email=wren.email, name="Wren", role=Role.PMO_STAFF)


@given(parsers.parse('the fiscal year of "{organisation}" starts in month {month:d}'))
def _(story: Story, organisation: str, month: int) -> None:
    change_settings(story, organisation, fiscal_year_starts_in=month)


@given(parsers.parse('mail of "{organisation}" is in German'))
def _(story: Story, organisation: str) -> None:
    change_settings(story, organisation, mail_language="de")


def change_settings(story: Story, organisation: str, **changed: object) -> None:
    """By the settings page, as its PMO manager."""
    address = f"/o/{story.organisation(organisation).slug}/settings/"
    now = story.clients["Olav"].get(address).context["form"].initial
    assert story.clients["Olav"].post(address, {**now, **changed}).status_code == 302


@when(parsers.parse('{who} opens the services of "{organisation}"'))
def _(story: Story, who: str, organisation: str) -> None:
    story.open(who, "office/services/", organisation)


@then(parsers.parse('the switcher offers "{organisation}" as "{role}"'))
def _(story: Story, organisation: str, role: str) -> None:
    source = story.page.content.decode()
    switcher = source[source.index("organisation-switcher") :]
    switcher = switcher[: switcher.index("</details>")]
    assert all(each in switcher for each in (organisation, role, f"/o/{story.organisation(organisation).slug}/"))


@when(parsers.parse('{who} switches to "{organisation}"'))
def _(story: Story, who: str, organisation: str) -> None:
    story.page = story.clients[who].get(f"/o/{story.organisation(organisation).slug}/", follow=True)


@then(parsers.parse('the page says that this is "{organisation}"'))
def _(story: Story, organisation: str) -> None:
    source = story.page.content.decode()
    band = source[source.index("organisation-band") :]
    assert organisation in band[: band.index("</div>")]


@when(parsers.parse('{who} books {minutes:d} minutes at "{organisation}"'))
def _(story: Story, who: str, minutes: int, organisation: str) -> None:
    place = story.organisation(organisation)
    service = Service.objects.get(organisation=place)
    given = {"on": "2026-03-04", "minutes": minutes, "service": service.pk, "note": "Read it"}
    sent = story.clients[who].post(f"/o/{place.slug}/office/effort/", given)
    assert sent.status_code == 302, words_of(sent)


@when(parsers.parse('{who} ends the agreement with "{organisation}"'))
def _(story: Story, who: str, organisation: str) -> None:
    address = f"/o/northern-line/office/clients/{Agreement.objects.get().pk}/end/"
    assert story.clients[who].post(address, {"note": "Enough"}).status_code == 302
    assert Agreement.objects.get().state == Agreement.State.ENDED


@then(parsers.parse('{who} reads {hours} hours in the service report on "{client}"'))
def _(story: Story, who: str, hours: str, client: str) -> None:
    words = read(story, who, HARBOUR, report_path())
    assert f"Hours {hours}" in words
    assert "Plan review" not in words


@then(parsers.parse("{who} reads that satisfaction is not agreed to be shown"))
def _(story: Story, who: str) -> None:
    assert "Not agreed to be shown: satisfaction." in words_of(story.page)


@then(parsers.parse("{who} reads {hours} hours in it, and for which service"))
def _(story: Story, who: str, hours: str) -> None:
    words = read(story, who, NORTHERN, report_path())
    assert f"Hours {hours}" in words
    assert "Plan review" in words


@then(parsers.parse('{who} finds {hours} hours at "{client}" in the service report of "{provider}"'))
def _(story: Story, who: str, hours: str, client: str, provider: str) -> None:
    assert f"{client} {hours}" in read(story, who, provider, "office/service-report/")


@then(parsers.parse('{who} reads the service report of "{period}"'))
def _(story: Story, who: str, period: str) -> None:
    place = NORTHERN if who == "Olav" else HARBOUR
    words = read(story, who, place, f"{report_path()}?span=quarter")
    assert period in words
    assert "Hours 1.5" in words


@then(parsers.parse('{who} reads nothing in the service report on "{client}"'))
def _(story: Story, who: str, client: str) -> None:
    words = read(story, who, HARBOUR, report_path())
    assert "Nothing of this is shown" in words
    assert "1.5" not in words


@when(parsers.parse('{one} asks for a service in "{here}", and {other} in "{there}"'))
def _(story: Story, one: str, here: str, other: str, there: str) -> None:
    for who, organisation in ((one, here), (other, there)):
        place = story.organisation(organisation)
        service = Service.objects.get(organisation=place)
        sent = story.clients[who].post(f"/o/{place.slug}/office/services/{service.pk}/ask/", {"title": "Read it"})
        assert sent.status_code == 302, words_of(sent)
    with clock_at(TODAY + timedelta(days=2)):
        mail_what_is_due()


@then(parsers.parse('{who} gets a mail "{subject}"'))
def _(who: str, subject: str) -> None:
    address = Person.objects.get(name=who).email
    assert subject in [each.subject for each in mail.outbox if each.to == [address]]
