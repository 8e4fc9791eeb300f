"""What of a standard a question may be about. Nothing is read from a database."""

from __future__ import annotations

from plumbline.engine.rules_in_force import rules_in_force
from plumbline.engine.standard import Standard
from plumbline.office.registers.models import Kind

Choices = list[tuple[str, list[tuple[str, str]]]]


def choices(standard: Standard | None) -> Choices:
    """By kind, each with its name as kept and its title."""
    registers = [(f"register:{kind.value}", str(kind.label)) for kind in Kind]
    if standard is None:
        return [("Registers", registers)]
    return [
        ("Registers", registers),
        ("Gates", [(f"gate:{name}", each.title) for name, each in standard.gates.items()]),
        ("Artefacts", [(f"artefact:{name}", each.title) for name, each in standard.artefacts.items()]),
        ("Rules", [(f"rule:{each.name}", each.rule.title) for each in rules_in_force(standard)]),
    ]


def titles(standard: Standard | None) -> dict[str, str]:
    return {name: title for _, group in choices(standard) for name, title in group}
