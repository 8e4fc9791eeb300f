"""A standard adapted for one project: the same files, with changes laid over them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import yaml

from plumbline.engine.standard.layers import (
    ACCEPTANCE,
    ARTEFACTS,
    BASE_FOLDER,
    HEALTH,
    LIFE_CYCLE,
    ROLES,
    RULES,
    STANDARD,
    TAILORING,
)
from plumbline.engine.standard.load import load_standard
from plumbline.engine.standard.problem import InvalidStandard, Problem
from plumbline.engine.standard.schema import Standard
from plumbline.engine.standard.tailoring import Freedom, SizeClass

FILE_OF = {
    "rules": RULES,
    "custom": RULES,
    "dimensions": STANDARD,
    "cadences": STANDARD,
    "words": STANDARD,
    "control": STANDARD,
    "roles": ROLES,
    "artefacts": ARTEFACTS,
    "duties": ARTEFACTS,
    "phases": LIFE_CYCLE,
    "gates": LIFE_CYCLE,
    "voices": ACCEPTANCE,
    "ready": ACCEPTANCE,
    "done": ACCEPTANCE,
}
"""In which file the keys of a group stand."""

Value = str | int | float | bool | list[str] | None
Overlay = dict[str, dict[str, Any]]


@dataclass(frozen=True, slots=True)
class Change:
    """``key`` is that of the standard's files with dots, ``rules.leads.limit``; the value ``None`` leaves it out."""

    key: str
    value: Value


def freedom_for(standard: Standard, key: str) -> tuple[str, Freedom] | None:
    """What lets ``key`` be changed, by name; ``None`` where the standard does not."""
    return next(
        (
            (name, freedom)
            for name, freedom in standard.may_change.items()
            if any(matches(key, each) for each in freedom.keys)
        ),
        None,
    )


def matches(key: str, pattern: str) -> bool:
    """Whether a pattern of ``may_change`` means this key; ``*`` stands for one name."""
    there, asked = key.split("."), pattern.split(".")
    return len(there) == len(asked) and all(b in ("*", a) for a, b in zip(there, asked, strict=True))


def tailored(files: Mapping[str, bytes], changes: Sequence[Change], size_class: str | None = None) -> Standard:
    """The standard in ``files`` as it holds for a project of that class, with ``changes``.

    Whether they may be made is not asked here (``freedom_for``). Raises ``InvalidStandard`` with the key of a change
    that leads nowhere or makes no sense.
    """
    plain = load_standard(files)
    if not changes and size_class is None:
        return plain
    if size_class is not None and size_class not in plain.classes:
        raise InvalidStandard(Problem(TAILORING, f"classes.{size_class}", "the standard has no such size class"))
    overlay: Overlay = {}
    leave_out(plain, overlay, _left_out(plain, changes, size_class))
    for each in changes:
        _lay(plain, overlay, each)
    return load_standard(_over(plain, files, overlay))


@dataclass(frozen=True, slots=True)
class LeftOut:
    rules: frozenset[str]
    artefacts: frozenset[str]
    gates: frozenset[str]


def _left_out(plain: Standard, changes: Sequence[Change], size_class: str | None) -> LeftOut:
    size = plain.classes[size_class] if size_class else SizeClass(title="-", when="-")

    def named(*groups: str) -> set[str]:
        parts = (each.key.split(".") for each in changes if each.value is None)
        return {each[1] for each in parts if len(each) == 2 and each[0] in groups}

    return LeftOut(
        frozenset(size.without_rules) | named("rules", "custom"),
        frozenset(size.without_artefacts) | named("artefacts"),
        frozenset(size.without_gates) | named("gates"),
    )


def leave_out(plain: Standard, overlay: Overlay, out: LeftOut) -> None:
    """Takes away what is left out, and every mention of it, so that what remains is a whole standard."""
    for name in out.rules:
        group = "custom" if name in plain.custom else "rules"
        _put(overlay, RULES, (group, name), None)
    for name in out.artefacts:
        _put(overlay, ARTEFACTS, ("artefacts", name), None)
    for name in out.gates:
        _put(overlay, LIFE_CYCLE, ("gates", name), None)
    _forget_in_health(plain, overlay, out.rules)
    _forget_in_questions(plain, overlay, out)
    _forget_in_classes(plain, overlay, out)


def _forget_in_health(plain: Standard, overlay: Overlay, rules: frozenset[str]) -> None:
    for dimension, health in plain.health.items():
        kept = [each for each in health.indicators if each.rule not in rules]
        if len(kept) == len(health.indicators):
            continue
        if not kept:
            _put(overlay, HEALTH, ("dimensions", dimension), None)
            continue
        left = [each.model_dump(mode="json", exclude_none=True) for each in kept]
        _put(overlay, HEALTH, ("dimensions", dimension, "indicators"), left)


def _forget_in_questions(plain: Standard, overlay: Overlay, out: LeftOut) -> None:
    """Such a question is answered by those who review."""
    for gate, each in plain.gates.items():
        if gate in out.gates:
            continue
        for name, question in each.questions.items():
            if question.rule in out.rules:
                _put(overlay, LIFE_CYCLE, ("gates", gate, "questions", name, "rule"), None)
            if question.artefact in out.artefacts:
                _put(overlay, LIFE_CYCLE, ("gates", gate, "questions", name, "artefact"), None)


def _forget_in_classes(plain: Standard, overlay: Overlay, out: LeftOut) -> None:
    for name, size in plain.classes.items():
        for key, gone in (
            ("without_rules", out.rules),
            ("without_artefacts", out.artefacts),
            ("without_gates", out.gates),
        ):
            named: Iterable[str] = getattr(size, key)
            if gone.intersection(named):
                _put(overlay, TAILORING, ("classes", name, key), [each for each in named if each not in gone])


def _lay(plain: Standard, overlay: Overlay, change: Change) -> None:
    group, *rest = change.key.split(".")
    if group not in FILE_OF or not rest:
        raise InvalidStandard(Problem(STANDARD, change.key, "a standard has no such key"))
    if len(rest) > 1 and rest[0] not in getattr(plain, group, {}) and group not in ("cadences", "control", "words"):
        raise InvalidStandard(Problem(FILE_OF[group], change.key, f"the standard has no {rest[0]!r} there"))
    _put(overlay, FILE_OF[group], (group, *rest), change.value)


def _put(overlay: Overlay, file: str, path: tuple[str, ...], value: Any) -> None:
    place: Any = overlay.setdefault(file, {})
    for each in path[:-1]:
        if place.get(each, {}) is None:
            return  # what is above it is left out already
        place = place.setdefault(each, {})
    place[path[-1]] = value


def _over(plain: Standard, files: Mapping[str, bytes], overlay: Overlay) -> dict[str, bytes]:
    head = {
        "schema_version": 1,
        "name": plain.name,
        "title": plain.title,
        "version": plain.version,
        "summary": plain.summary,
        "based_on": plain.name,
    }
    written = overlay | {STANDARD: head | overlay.get(STANDARD, {})}
    own = {name: yaml.safe_dump(data, allow_unicode=True, sort_keys=False).encode() for name, data in written.items()}
    return own | {f"{BASE_FOLDER}{plain.name}/{path}": content for path, content in files.items()}
