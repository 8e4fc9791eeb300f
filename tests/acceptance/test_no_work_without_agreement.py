"""The steps of beginning without agreement, under offices of three kinds."""

from __future__ import annotations

from copy import deepcopy
from datetime import timedelta
from html import unescape

import pytest
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from acceptance.under_a_standard import TODAY, Time, opened, outcome_of, post
from engine.rules.case_files import schedule_of
from engine.small_project import SOUND
from plumbline import library
from plumbline.office.acceptance.models import Criterion, Deliverable
from plumbline.office.assurance.jobs import assess_what_is_due
from plumbline.office.foundation.clock import clock_at
from plumbline.office.gates.models import GateReview
from plumbline.office.governance.models import Waiver
from plumbline.office.governance.queries import standard_for
from plumbline.office.people.models import Person
from plumbline.office.projects.actions import record_plan
from plumbline.office.standards.actions import publish

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("no_work_without_agreement.feature")
GATE = "concept_approval"


@given(parsers.parse('Osric is "{a}", Ivo is "{b}", Elowen is "{c}" and Dagny is "{d}"'))
def _(story: Story, time: Time, a: str, b: str, c: str, d: str) -> None:
    for name, role in zip(("Osric", "Ivo", "Elowen", "Dagny"), (a, b, c, d), strict=True):
        person = Person.objects.get(name=name)
        post(story, time, "Dagny", f"{story.project_path()}roles/", {"role": role, "person": person.pk})
        assert story.page.status_code == 302


@given(parsers.parse('the standard is held "{degree}"'))
def _(story: Story, time: Time, degree: str) -> None:
    files = dict(library.files_of("predictive"))
    text = files["standard.yaml"].decode()
    assert "degree: controlling" in text
    changed = text.replace("degree: controlling", f"degree: {degree}").replace("version: 1.", "version: 2.", 1)
    with clock_at(time.later()):
        publish(story.organisation(), files | {"standard.yaml": changed.encode()}, by=None)


@given(parsers.parse('work on "{name}" has begun by the plan, and nobody has agreed on anything'))
def _(story: Story, time: Time, name: str) -> None:
    plan = deepcopy(SOUND)
    plan["activities"].insert(1, {"id": "W", "name": name, "kind": "summary"})
    for each in plan["activities"]:
        each |= {"parent": "W"} if each["id"] in ("A", "B") else {}
    with clock_at(time.later()):
        record_plan(story.projects["Quay crossing"], by=None, schedule=schedule_of(plan), source_format="XER")
    post(story, time, "Mira", f"{story.project_path()}acceptance/from-plan/", {"keys": ["W"]})
    assert Deliverable.objects.get().name == name


@given("the first gate waits for the decision only")
def _(story: Story, time: Time) -> None:
    standard = standard_for(story.projects["Quay crossing"])
    assert standard is not None
    place = f"{story.project_path()}life-cycle/{GATE}/"
    for question in standard.gates[GATE].questions:
        post(story, time, "Elowen", f"{place}questions/{question}/", {"value": "yes", "note": "Seen."})
    lead = Person.objects.get(name="Dagny")
    post(story, time, "Elowen", f"{place}open/", {"planned_on": TODAY.date() + timedelta(days=7), "lead": lead.pk})
    consent = {"role": "business_owner", "agrees": "yes", "note": "We need it."}
    post(story, time, "Ivo", f"{_review()}consent/", consent)


@when(parsers.parse('{who} decides "{outcome}"'))
def _(story: Story, time: Time, who: str, outcome: str) -> None:
    post(story, time, who, f"{_review()}decide/", {"outcome": outcome, "reason": "As the evidence says."})


@when(parsers.parse('Mira asks for a waiver of it: "{reason}"'))
def _(story: Story, time: Time, reason: str) -> None:
    last_day = TODAY.date() + timedelta(days=30)
    fields = {"rule": "work_without_agreed_criteria", "reason": reason, "last_day": last_day}
    post(story, time, "Mira", f"{story.project_path()}waivers/ask/", fields)


@when("Dagny approves the waiver")
def _(story: Story, time: Time) -> None:
    post(story, time, "Dagny", f"waivers/{Waiver.objects.get().pk}/", {"decision": "approve", "note": ""})


@when(parsers.parse('Mira writes the criterion "{title}" at it'))
def _(story: Story, time: Time, title: str) -> None:
    fields = {"title": title, "kind": "plain", "text": "A pram gets through in a second.", "method": "test"}
    post(story, time, "Mira", f"{_deliverable(story)}new/", fields)


@when(parsers.parse('Ivo agrees for "{a}", Elowen for "{b}" and Dagny for "{c}"'))
def _(story: Story, time: Time, a: str, b: str, c: str) -> None:
    for who, voice in zip(("Ivo", "Elowen", "Dagny"), (a, b, c), strict=True):
        post(story, time, who, f"{_criterion(story)}agree/", {"voice": voice, "text": 1, "remark": ""})


@when("Mira changes the text of the criterion")
def _(story: Story, time: Time) -> None:
    fields = {"title": "It opens", "kind": "plain", "text": "In half of a second.", "method": "test", "after": 1}
    post(story, time, "Mira", f"{_criterion(story)}edit/", fields)


@when(parsers.parse('Mira answers "{point}" with yes: "{remark}"'))
def _(story: Story, time: Time, point: str, remark: str) -> None:
    fields = {"definition": "ready", "point": point, "answer": "yes", "remark": remark}
    post(story, time, "Mira", f"{_deliverable(story)}ready/answer/", fields)


@then(parsers.parse('the finding of "{rule}" is waived'))
def _(rule: str) -> None:
    assert outcome_of(rule) == "waived"


@then(parsers.parse('the finding of "{rule}" passes'))
def _(rule: str) -> None:
    assert outcome_of(rule) == "pass"


@then(parsers.parse('the findings say "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    with clock_at(time.later()):
        assess_what_is_due()
    assert text in unescape(opened(story, time, f"{story.project_path()}findings/"))


@then(parsers.parse('the page of ready and done says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in unescape(opened(story, time, f"{_deliverable(story)}ready/"))


@then(parsers.parse('the project is in the phase "{phase}"'))
def _(story: Story, time: Time, phase: str) -> None:
    assert f"In the phase <strong>{phase}</strong>" in opened(story, time, f"{story.project_path()}life-cycle/")


def _review() -> str:
    return f"gates/reviews/{GateReview.objects.get(state='open').pk}/"


def _deliverable(story: Story) -> str:
    return f"{story.project_path()}acceptance/deliverables/{Deliverable.objects.get().pk}/"


def _criterion(story: Story) -> str:
    return f"{story.project_path()}acceptance/criteria/{Criterion.objects.get().pk}/"
