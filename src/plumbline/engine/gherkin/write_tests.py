"""Skeletons for pytest-bdd: the features with their tags, one step function for each step, all of them pending."""

from __future__ import annotations

import keyword
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from plumbline.engine.gherkin.document import Document, Scenario, Step
from plumbline.engine.gherkin.headings import step_keyword
from plumbline.engine.gherkin.lines import blocks_of
from plumbline.engine.gherkin.read import read

_WORD_OF_KIND = {"context": "given", "action": "when", "outcome": "then"}
_RESERVED = {"request", "datatable", "docstring", "self"}
_PLACEHOLDER = re.compile(r"<([^<>]+)>")


@dataclass(frozen=True, slots=True)
class _Definition:
    """``pattern`` is a regular expression where the step has ``parameters``, else the text itself."""

    word: str
    pattern: str
    parameters: tuple[str, ...]
    shown: str


def pending_tests(features: Mapping[str, str], about: str, module: str = "test_acceptance.py") -> dict[str, str]:
    """Files by path: the features, a ``conftest.py`` that writes their tags into the results, and the steps.

    ``features`` are texts by file name, each readable; those without scenarios are left out, and without any there are
    no files. ``about`` is one line; ``module`` is the file of the steps.
    """
    documents = {name: read(text) for name, text in features.items()}
    kept = {name: each for name, each in documents.items() if each.scenarios}
    if not kept:
        return {}
    files = {f"features/{name}": runnable(features[name], document) for name, document in kept.items()}
    tags = sorted({tag.lstrip("@") for each in kept.values() for case in each.cases for tag in case.tags})
    return files | {"conftest.py": _conftest(tags), module: _module(kept.values(), about)}


def runnable(text: str, document: Document) -> str:
    """pytest-bdd wants the first step of a scenario or background to be a given, when or then: an ``And`` or ``*``
    there becomes a given.
    """
    lines = text.split("\n")
    for block in blocks_of(document):
        for scenario in filter(None, (block.background, *block.scenarios)):
            first = scenario.steps[0] if scenario.steps else None
            if first is not None and document.feature is not None and first.kind not in _WORD_OF_KIND:
                given = step_keyword(document.feature.language, "given")
                lines[first.line - 1] = lines[first.line - 1].replace(first.keyword, given, 1)
    return "\n".join(lines)


def _module(documents: Iterable[Document], about: str) -> str:
    definitions = _definitions(documents)
    words = sorted({each.word for each in definitions})
    names = sorted([*words, "scenarios"] + (["parsers"] if any(each.parameters for each in definitions) else []))
    said = about.replace("\\", "/").replace('"', "'")
    head = f'''"""Steps of {said}. Each fails as pending until it is written; none passes by itself."""

import pytest
from pytest_bdd import {", ".join(names)}

scenarios("features")


def pending(step):
    pytest.fail(f"Pending: {{step}}", pytrace=False)
'''
    return head + "".join(_function(each) for each in definitions)


def _function(definition: _Definition) -> str:
    matched = repr(definition.pattern)
    if definition.parameters:
        matched = f"parsers.re({matched})"
    return f"""

@{definition.word}({matched})
def _({", ".join(definition.parameters)}):
    pending({definition.shown!r})
"""


def _definitions(documents: Iterable[Document]) -> list[_Definition]:
    """Each step once, however many scenarios and features have it; by word, in the order of appearance."""
    found: dict[tuple[str, str], _Definition] = {}
    for document in documents:
        for scenario in _scenarios(document):
            names = {name for each in scenario.examples for name in each.header}
            for word, step in _with_words(scenario.steps):
                pattern, parameters = _pattern(step.text, names)
                found.setdefault((word, pattern), _Definition(word, pattern, parameters, f"{word.title()} {step.text}"))
    order = list(_WORD_OF_KIND.values())
    return sorted(found.values(), key=lambda each: order.index(each.word))


def _scenarios(document: Document) -> Iterator[Scenario]:
    for block in blocks_of(document):
        yield from filter(None, (block.background, *block.scenarios))


def _with_words(steps: Iterable[Step]) -> Iterator[tuple[str, Step]]:
    """An ``And``, ``But`` or ``*`` is what the step before it is."""
    word = "given"
    for step in steps:
        word = _WORD_OF_KIND.get(step.kind, word)
        yield word, step


def _pattern(text: str, names: set[str]) -> tuple[str, tuple[str, ...]]:
    """The text, or where it has placeholders of the examples, an expression with a group for each."""
    pieces: list[str] = []
    parameters: list[str] = []
    last = 0
    for placeholder in _PLACEHOLDER.finditer(text):
        if placeholder[1] not in names:
            continue
        parameter = _identifier(placeholder[1], parameters)
        parameters.append(parameter)
        pieces.append(f"{re.escape(text[last : placeholder.start()])}(?P<{parameter}>.*)")
        last = placeholder.end()
    if not parameters:
        return text, ()
    return "".join([*pieces, re.escape(text[last:])]), tuple(parameters)


def _identifier(name: str, taken: list[str]) -> str:
    found = re.sub(r"\W+", "_", name.strip().lower(), flags=re.ASCII).strip("_") or "value"
    if found[0].isdigit() or keyword.iskeyword(found) or found in _RESERVED:
        found = f"the_{found}"
    number = 2
    unique = found
    while unique in taken:
        unique, number = f"{found}_{number}", number + 1
    return unique


def _conftest(tags: list[str]) -> str:
    listed = "".join(f"    {each!r},\n" for each in tags)
    return f'''"""Writes the tags of each scenario into the results, by which they find the criterion they are for."""

TAGS = [
{listed}]


def pytest_configure(config):
    for tag in TAGS:
        config.addinivalue_line("markers", f"{{tag}}: a tag of the features")


def pytest_bdd_before_scenario(request, feature, scenario):
    rule = getattr(scenario, "rule", None)
    for tag in sorted({{*feature.tags, *scenario.tags, *(rule.tags if rule else ())}}):
        request.node.user_properties.append(("requirement", tag))
'''
