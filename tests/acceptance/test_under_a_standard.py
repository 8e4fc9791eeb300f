"""The steps of moving projects to the next version, and of tailoring the standard to one."""

from __future__ import annotations

import re
from datetime import date, timedelta

import pytest
import yaml
from pytest_bdd import given, parsers, scenarios, then, when

from acceptance.story import Story
from acceptance.under_a_standard import TODAY, Time, opened, outcome_of, post
from plumbline.office.foundation.clock import clock_at
from plumbline.office.governance.models import Tailoring
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.standards import queries as standards
from plumbline.office.standards.actions import publish

pytestmark = pytest.mark.django_db(transaction=True)
scenarios("migrate_projects.feature", "tailor_a_project.feature")


@given(parsers.parse('version "{version}" is published, which finds leads nowhere'))
@when(parsers.parse('version "{version}" is published, which finds leads nowhere'))
def _(story: Story, time: Time, version: str) -> None:
    with clock_at(time.later()):
        current = standards.in_force(story.organisation())
        assert current is not None
        files = {name: text for name, text in current.files.items() if name != "guidance/leads.md"}
        files["standard.yaml"] = re.sub(r"(?m)^version: .*$", f"version: {version}", files["standard.yaml"])
        for name in ("rules.yaml", "health.yaml", "life_cycle.yaml", "tailoring.yaml"):
            files[name] = yaml.safe_dump(without_leads(yaml.safe_load(files[name])), sort_keys=False)
        publish(story.organisation(), {name: text.encode() for name, text in files.items()}, by=None)


def without_leads(data: object) -> object:
    """Wherever the rule is named, it is named no more."""
    if isinstance(data, dict):
        return {key: without_leads(value) for key, value in data.items() if key != "leads" and value != "leads"}
    if isinstance(data, list):
        named = ({"rule": "leads"}, "leads")
        return [
            without_leads(each)
            for each in data
            if each not in named and not (isinstance(each, dict) and each.get("rule") == "leads")
        ]
    return data


@given(parsers.parse("{who} manages the project"))
def _(story: Story, who: str) -> None:
    Project.objects.update(manager=Person.objects.get(name=who))


@when(parsers.parse("{who} decides to migrate it"))
def _(story: Story, time: Time, who: str) -> None:
    decide(story, time, who, "migrate")


@when(parsers.parse('{who} lets it stay for {days:d} days: "{reason}"'))
def _(story: Story, time: Time, who: str, days: int, reason: str) -> None:
    decide(story, time, who, "stay", reason, time.now.date() + timedelta(days=days))


@when(parsers.parse('{who} exempts it: "{reason}"'))
def _(story: Story, time: Time, who: str, reason: str) -> None:
    decide(story, time, who, "exempt", reason)


def decide(story: Story, time: Time, who: str, kind: str, reason: str = "", last_day: date | None = None) -> None:
    fields = {"project": Project.objects.get().pk, "kind": kind, "reason": reason, "last_day": last_day or ""}
    post(story, time, who, "standards/migration/", fields)


@when(parsers.parse("{who} moves her project to the version in force"))
def _(story: Story, time: Time, who: str) -> None:
    post(story, time, who, f"{story.project_path()}standard/move/", {})


@then(parsers.parse('the project follows "{version}"'))
def _(version: str) -> None:
    assert followed() == version


@then("the project follows the version before")
def _() -> None:
    assert followed() != "2.0.0"


def followed() -> str:
    version = Project.objects.get().standard_version
    assert version is not None
    return version.version


@then(parsers.parse('nothing is said of "{rule}"'))
def _(rule: str) -> None:
    assert outcome_of(rule) is None


@then(parsers.parse('the finding of "{rule}" passes'))
def _(rule: str) -> None:
    assert outcome_of(rule) == "pass"


@then(parsers.parse('the migration page says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in opened(story, time, "standards/migration/")


@when(parsers.parse('{who} asks for "{key}" to be "{value}" for {days:d} days: "{reason}"'))
def _(story: Story, time: Time, who: str, key: str, value: str, days: int, reason: str) -> None:
    fields = {"key": key, "value": value, "reason": reason, "last_day": TODAY.date() + timedelta(days=days)}
    post(story, time, who, f"{story.project_path()}standard/tailor/limits/", fields)


@when(parsers.parse('{who} asks for the size class "{name}": "{reason}"'))
def _(story: Story, time: Time, who: str, name: str, reason: str) -> None:
    post(story, time, who, f"{story.project_path()}standard/class/", {"size_class": name, "reason": reason})


@when(parsers.parse("{who} approves the change"))
def _(story: Story, time: Time, who: str) -> None:
    post(story, time, who, f"tailoring/{Tailoring.objects.get().pk}/", {"decision": "approve", "note": ""})


@when(parsers.parse("{who} ends the change"))
def _(story: Story, time: Time, who: str) -> None:
    post(story, time, who, f"tailoring/{Tailoring.objects.get().pk}/end/", {})


@then(parsers.parse('the standard of the project says "{text}"'))
def _(story: Story, time: Time, text: str) -> None:
    assert text in opened(story, time, f"{story.project_path()}standard/")


@then("the standard of the project asks for fewer artefacts")
def _(story: Story, time: Time) -> None:
    version = standards.in_force(story.organisation())
    assert version is not None
    of_all = len(standards.standard_of(version).artefacts)
    shown = re.search(r"(\d+) artefacts", opened(story, time, f"{story.project_path()}standard/"))
    assert shown is not None
    assert int(shown[1]) < of_all
