"""What a signal may be about: a project, a unit, the standard in force or a rule of it, or nothing in particular.

A subject is named by a key such as ``project:12``, ``unit:3``, ``standard:7`` or ``rule:leads``: the value of a choice
on the form, and of ``?about=`` in the address that leads to it.
"""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.engine.rules_in_force import rules_in_force
from plumbline.office.people.models import Organisation, Unit
from plumbline.office.projects.models import Project
from plumbline.office.standards.models import StandardVersion
from plumbline.office.standards.queries import in_force, standard_of

Choices = list[tuple[str, list[tuple[str, str]]]]


@dataclass(frozen=True, slots=True)
class Subject:
    """The columns of a signal that say what it is about."""

    project: Project | None = None
    unit: Unit | None = None
    standard: StandardVersion | None = None
    rule: str = ""
    rule_title: str = ""

    @property
    def columns(self) -> dict[str, object]:
        return {name: getattr(self, name) for name in self.__slots__}


NOTHING = Subject()
"""In particular."""


def choices(organisation: Organisation) -> Choices:
    """By group, each with its key and title; four queries."""
    projects = Project.objects.filter(organisation=organisation, archived_at=None).order_by("name", "pk")
    units = Unit.objects.filter(organisation=organisation).order_by("name", "pk")
    version = in_force(organisation)
    groups = [
        ("Projects", [(f"project:{each.pk}", each.name) for each in projects]),
        ("Units", [(f"unit:{each.pk}", each.name) for each in units]),
        ("Standard", [(f"standard:{version.pk}", str(version))] if version else []),
        ("Rules", sorted(_rules(version).items(), key=lambda each: each[1])),
    ]
    return [(title, found) for title, found in groups if found]


def subject_of(organisation: Organisation, key: str) -> Subject:
    """Of a key that was chosen; nothing in particular for an empty one and for what is not there any more."""
    kind, _, name = key.partition(":")
    number = int(name) if name.isdigit() else 0
    if kind == "project":
        return Subject(project=Project.objects.filter(organisation=organisation, pk=number, archived_at=None).first())
    if kind == "unit":
        return Subject(unit=Unit.objects.filter(organisation=organisation, pk=number).first())
    version = in_force(organisation)
    if version and kind == "standard" and number == version.pk:
        return Subject(standard=version)
    if title := _rules(version).get(key):
        return Subject(standard=version, rule=name, rule_title=title)
    return NOTHING


def _rules(version: StandardVersion | None) -> dict[str, str]:
    if version is None:
        return {}
    return {f"rule:{each.name}": each.rule.title for each in rules_in_force(standard_of(version))}
