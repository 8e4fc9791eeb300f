"""The steps of reviewing a gate."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.conftest import TODAY
from acceptance.story import Story
from plumbline.engine.standard.life_cycle import Gate
from plumbline.office.gates.models import Condition, GateDecision, GateReview
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.models import Person

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("review_a_gate.feature")


@given(parsers.parse('{one} is "{role}" of the project, and {other} is "{other_role}"'))
def _(story: Story, one: str, role: str, other: str, other_role: str) -> None:
    for name, each in ((one, role), (other, other_role)):
        appointed = post(story, "Dagny", f"{story.project_path()}roles/", {"role": each, "person": person(name).pk})
        assert appointed.status_code == 302


@when(parsers.parse("{who} looks at the life cycle"))
def _(story: Story, who: str) -> None:
    story.open(who, f"{story.project_path()}life-cycle/")


@given(parsers.parse('every question of "{gate}" is answered with yes by {who}'))
def _(story: Story, gate: str, who: str) -> None:
    if who == "Osric":
        sponsor_answers(story, gate)
        return
    for question in gate_called(story, gate).questions:
        answer(story, who, gate, question, "yes", "Seen, and it is so.")


@given(parsers.parse('{who} answers "{question}" of "{gate}" with no: "{note}"'))
def _(story: Story, who: str, question: str, gate: str, note: str) -> None:
    answer(story, who, gate, question, "no", note)


@given(parsers.parse('{who} opens the review of "{gate}" with {lead} as lead reviewer'))
def open_review(story: Story, who: str, gate: str, lead: str) -> None:
    fields = {"planned_on": TODAY.date() + timedelta(days=7), "lead": person(lead).pk}
    assert post(story, who, f"{story.project_path()}life-cycle/{gate}/open/", fields).status_code == 302


@given(parsers.parse('{who} agrees: "{note}"'))
def _(story: Story, who: str, note: str) -> None:
    fields = {"role": "business_owner", "agrees": "yes", "note": note}
    assert post(story, who, f"{under_way()}consent/", fields).status_code == 302


@given(parsers.parse('{who} proposes the condition "{text}" for {owner}'))
def _(story: Story, who: str, text: str, owner: str) -> None:
    fields = {"text": text, "owner": person(owner).pk, "due_on": TODAY.date() + timedelta(days=30), "rule": ""}
    assert post(story, who, f"{under_way()}condition/", fields).status_code == 302


@when(parsers.parse('{who} decides "{outcome}"'))
def _(story: Story, who: str, outcome: str) -> None:
    post(story, who, f"{under_way()}decide/", {"outcome": outcome, "reason": "As the evidence says."})


@when(parsers.parse('{who} reports the condition done: "{note}"'))
def _(story: Story, who: str, note: str) -> None:
    assert step(story, who, "done", note).status_code == 302


@when(parsers.parse("{who} closes the condition"))
def _(story: Story, who: str) -> None:
    step(story, who, "close", "")


@then(parsers.parse('it says "{text}"'))
def _(story: Story, text: str) -> None:
    assert text in story.page.content.decode()


@then(parsers.parse('the project is in the phase "{phase}"'))
def _(story: Story, phase: str) -> None:
    page = story.open("Dagny", f"{story.project_path()}life-cycle/").content.decode()
    assert f"In the phase <strong>{phase}</strong>" in page


@then(parsers.parse('the record says "{who}" decided "{outcome}"'))
def _(story: Story, who: str, outcome: str) -> None:
    page = story.open("Mira", f"gates/records/{GateDecision.objects.get().pk}/").content.decode()
    assert f"{who}, Sponsor" in page
    assert outcome in page


@then("the condition is closed")
def _(story: Story) -> None:
    assert Condition.objects.get().state == "closed"
    assert "Name the second supplier" in story.open("Dagny", "gates/conditions/?show=closed").content.decode()


@then(parsers.parse("the gate was passed at attempt {number:d}"))
def _(number: int) -> None:
    last = GateDecision.objects.order_by("pk").last()
    assert last is not None
    assert (last.review.attempt, last.passes) == (number, True)


def sponsor_answers(story: Story, gate: str) -> None:
    """An executive has no part in the answers, so he is given the role that assesses as well."""
    roles = f"{story.project_path()}roles/"
    post(story, "Dagny", roles, {"role": "pmo", "person": person("Osric").pk})
    for question in gate_called(story, gate).questions:
        answer(story, "Osric", gate, question, "yes", "Seen, and it is so.")


def answer(story: Story, who: str, gate: str, question: str, value: str, note: str) -> None:
    address = f"{story.project_path()}life-cycle/{gate}/questions/{question}/"
    assert post(story, who, address, {"value": value, "note": note}).status_code == 302


def step(story: Story, who: str, what: str, note: str) -> Any:
    return post(story, who, f"gates/conditions/{Condition.objects.get().pk}/", {"step": what, "note": note})


def under_way() -> str:
    return f"gates/reviews/{GateReview.objects.get(state='open').pk}/"


def gate_called(story: Story, name: str) -> Gate:
    standard = standard_for(story.projects["Quay crossing"])
    assert standard is not None
    return standard.gates[name]


def person(name: str) -> Person:
    return Person.objects.get(name=name)


def post(story: Story, who: str, place: str, fields: dict[str, Any]) -> Any:
    story.page = story.clients[who].post(f"/o/{story.organisation().slug}/{place}", fields)
    return story.page
