"""The steps of promising benefits, and of seeing afterwards what came of them."""

from __future__ import annotations

from datetime import date, timedelta
from html import unescape
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from acceptance.under_a_standard import Time, opened, post
from plumbline.office.benefits.jobs import SWEEP
from plumbline.office.benefits.models import Benefit, BenefitsReview
from plumbline.office.foundation.clock import clock_at
from plumbline.office.notifications.models import Notice
from plumbline.office.people.models import Membership, Person
from plumbline.office.projects.actions import archive
from plumbline.office.projects.models import Project
from plumbline.office.strategy.models import Objective

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("see_whether_it_was_worth_it.feature")
GAPS = {"kind": "non-financial", "rung": "measurable", "status": "proposed"}
AIM = "Trams that one need not wait for"


def place(story: Story) -> str:
    return f"{story.project_path()}benefits/"


def one(name: str) -> Benefit:
    return Benefit.objects.get(profile__title=name)


def day_in(time: Time, days: int) -> date:
    return time.now.date() + timedelta(days=days)


@when(parsers.parse('Mira proposes the benefit "{name}" without an owner'))
def propose(story: Story, time: Time, name: str) -> None:
    post(story, time, "Mira", f"{place(story)}add/", GAPS | {"title": name})


@when(parsers.parse('Osric sets the objective "{name}"'))
def aim(story: Story, time: Time, name: str) -> None:
    post(story, time, "Osric", "strategy/add/", {"name": name})


@when(parsers.parse('Mira has Osric own "{name}" and agrees on 10 to 6 minutes in a year, measured every 30 days'))
def agree(story: Story, time: Time, name: str) -> None:
    given_values: dict[str, Any] = {
        "title": name, "owner": Person.objects.get(name="Osric").pk, "measure": "Minutes between trams", "unit": "min",
        "baseline": "10", "baseline_on": day_in(time, 0), "target": "6", "realised_on": day_in(time, 365),
        "measure_every": "30", "status": "agreed",
    }  # fmt: skip
    post(story, time, "Mira", f"benefits/{one(name).pk}/edit/", GAPS | given_values)


@when(parsers.parse('Mira links the change "{name}", due in {days:d} days, between the plan and the objective'))
def link(story: Story, time: Time, name: str, days: int) -> None:
    owner = Person.objects.get(name="Mira").pk
    for kind, title in (("enabler", "The plan is carried out"), ("change", name)):
        means = {"kind": kind, "title": title, "owner": owner, "due_on": day_in(time, days)}
        post(story, time, "Mira", f"{place(story)}means/add/", means)
    objective = Objective.objects.get(name=AIM)
    for source, target in (("E-1", "C-1"), ("C-1", "B-1"), ("B-1", f"O-{objective.pk}")):
        post(story, time, "Mira", f"{place(story)}link/", {"source": source, "target": target})


@given(parsers.parse('the benefit "{name}" is promised, fed and aimed'))
def _(story: Story, time: Time, name: str) -> None:
    propose(story, time, name)
    aim(story, time, AIM)
    agree(story, time, name)
    link(story, time, "Drivers leave by the clock", 20)


@when(parsers.parse("{days:d} days have gone by without a word"))
def _(time: Time, days: int) -> None:
    time.pass_by(days)
    for _ in range(2):
        with clock_at(time.later()):
            SWEEP()


@when("Dagny closes the project, and Mira leaves")
def _(story: Story, time: Time) -> None:
    with clock_at(time.later()):
        archive(Project.objects.get(name="Quay crossing"), by=Person.objects.get(name="Dagny"))
    Membership.objects.filter(person__name="Mira").update(active=False)


@when(parsers.parse('Osric measures {level:d} for "{name}"'))
def _(story: Story, time: Time, level: int, name: str) -> None:
    there = f"benefits/{one(name).pk}/measure/"
    post(story, time, "Osric", there, {"value": level, "on": day_in(time, 0)})
    assert story.page.status_code == 302


@when(parsers.parse("Dagny plans a benefits review with Osric in {days:d} days"))
def _(story: Story, time: Time, days: int) -> None:
    reviewers = [Person.objects.get(name="Osric").pk]
    post(story, time, "Dagny", f"{place(story)}review/", {"planned_on": day_in(time, days), "reviewers": reviewers})


@when(parsers.parse('Osric holds it, decides to stop measuring, and learned "{lesson}"'))
def _(story: Story, time: Time, lesson: str) -> None:
    said = {"findings": "It came late.", "decision": "stop", "lesson": lesson}
    post(story, time, "Osric", f"benefits/reviews/{BenefitsReview.objects.get().pk}/", said)


@then(parsers.parse('the evidence about benefits is "{status}"'))
def _(status: str) -> None:
    found = Project.objects.get(name="Quay crossing").statuses.get(dimension="benefits")  # type: ignore[attr-defined]
    assert found.status == status


@then(parsers.parse('the page says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in unescape(opened(story, time, place(story), "Dagny"))


@then(parsers.parse('the page of "{name}" says "{text}"'))
def _(story: Story, time: Time, name: str, text: str) -> None:
    assert text in unescape(opened(story, time, f"benefits/{one(name).pk}/", "Osric"))


@then(parsers.parse('Osric is told once "{title}"'))
def _(title: str) -> None:
    assert Notice.objects.get(title=title).person.name == "Osric"


@then(parsers.parse('the lessons learned say "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in unescape(opened(story, time, "lessons-learned/", "Dagny"))


@then("nothing is measured any more")
def _() -> None:
    benefit = Benefit.objects.select_related("profile").get()
    assert benefit.profile is not None
    assert (benefit.profile.status, benefit.measure_due_on) == ("ended", None)
