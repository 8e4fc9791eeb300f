"""What is allowed in a standard, but worth a second look."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from plumbline.engine.rules.rule import LimitKind
from plumbline.engine.standard.layers import ACCEPTANCE, HEALTH, RULES, STANDARD
from plumbline.engine.standard.load import load_standard
from plumbline.engine.standard.problem import InvalidStandard, Level, Problem
from plumbline.engine.standard.schema import Standard
from plumbline.engine.standard.vocabulary import Vocabulary, catalogued

USUAL_DIMENSIONS = frozenset(
    {"schedule", "cost", "scope", "quality", "risk", "resources", "stakeholders", "benefits", "governance"}
)
SHORTEST_GUIDANCE_WORDS = 60
_SECTIONS = ("Why it matters", "How to mend")


def lint_files(files: Mapping[str, bytes], vocabulary: Vocabulary | None = None) -> tuple[Problem, ...]:
    """All errors of the files; or, if they make a standard, its warnings."""
    try:
        standard = load_standard(files, vocabulary)
    except InvalidStandard as error:
        return error.problems
    return lint(standard, vocabulary)


def lint(standard: Standard, vocabulary: Vocabulary | None = None) -> tuple[Problem, ...]:
    """Warnings about a valid standard."""
    return (
        *_lint_dimensions(standard),
        *_lint_rules(standard, vocabulary or catalogued()),
        *_lint_health(standard),
        *_lint_guidance(standard),
        *_lint_voices(standard),
    )


def _lint_dimensions(standard: Standard) -> Iterator[Problem]:
    for name in standard.dimensions:
        key = f"dimensions.{name}"
        if name not in USUAL_DIMENSIONS:
            usual = ", ".join(sorted(USUAL_DIMENSIONS))
            yield _warning(STANDARD, key, f"portfolios compare dimensions by name; the usual ones are {usual}")
        if name not in standard.health:
            yield _warning(STANDARD, key, "health.yaml has no indicators for it, so it is never shown")


def _lint_rules(standard: Standard, vocabulary: Vocabulary) -> Iterator[Problem]:
    in_health = {each.rule for health in standard.health.values() for each in health.indicators}
    for name, choice in standard.rules.items():
        rule = vocabulary.rules[name]
        if name not in in_health and choice.dimension not in standard.health:
            yield _warning(RULES, f"rules.{name}", "no dimension in health.yaml uses it: it is reported only")
        if choice.limit is None or rule.limit is None:
            continue
        at_least = rule.limit_kind in (LimitKind.AT_LEAST_PERCENT, LimitKind.AT_LEAST_RATIO)
        looser = choice.limit < rule.limit if at_least else choice.limit > rule.limit
        if looser:
            message = f"{choice.limit:g} is looser than the usual {rule.limit:g}"
            yield _warning(RULES, f"rules.{name}.limit", message)


def _lint_health(standard: Standard) -> Iterator[Problem]:
    for name, health in standard.health.items():
        if not any(each.required for each in health.indicators):
            message = "none of its indicators is required, so one known number is enough to make it green"
            yield _warning(HEALTH, f"dimensions.{name}.indicators", message)
    if not any(health.required for health in standard.health.values()):
        yield _warning(HEALTH, "dimensions", "no dimension is required, so one green dimension makes the project green")


def _lint_guidance(standard: Standard) -> Iterator[Problem]:
    for name, text in standard.guidance.items():
        file = f"guidance/{name}.md"
        headings = {each.strip().lower() for each in re.findall(r"^#{1,6}\s+(.+)$", text, re.MULTILINE)}
        for section in _SECTIONS:
            if not any(each.startswith(section.lower()) for each in headings):
                yield _warning(file, "", f"a section '{section}' would help the reader")
        if len(text.split()) < SHORTEST_GUIDANCE_WORDS:
            yield _warning(file, "", f"the guidance has fewer than {SHORTEST_GUIDANCE_WORDS} words")


def _lint_voices(standard: Standard) -> Iterator[Problem]:
    voice_of: dict[str, str] = {}
    for voice, roles in standard.voices.items():
        for role in roles:
            if (other := voice_of.setdefault(role, voice)) != voice:
                message = f"{role} speaks for {other} as well, so that fewer people may agree than there are voices"
                yield _warning(ACCEPTANCE, f"voices.{voice}", message)


def _warning(file: str, key: str, message: str) -> Problem:
    return Problem(file, key, message, level=Level.WARNING)
