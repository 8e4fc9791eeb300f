"""Text in, what it says out; the grammar is that of gherkin-official, with all its languages."""

from __future__ import annotations

from typing import Any

from gherkin.errors import CompositeParserException
from gherkin.parser import Parser
from gherkin.parser_types import GherkinDocument
from gherkin.pickles.compiler import Compiler

from plumbline.engine.gherkin.advice import about_no_scenario, problems_of
from plumbline.engine.gherkin.built import built_cases, built_feature
from plumbline.engine.gherkin.document import Document, Problem, UnreadableGherkin
from plumbline.engine.gherkin.headings import Heading, heading_of

MOST_CHARACTERS = 2_000_000
MOST_SCENARIOS = 2_000
MOST_CASES = 20_000


def read(text: str, *, name: str = "") -> Document:
    """Reads a whole feature, or only scenarios, around which a feature called ``name`` is put.

    Lines are those of ``text`` either way. Raises ``UnreadableGherkin`` with every problem that the grammar finds, and
    for a text whose rows of examples make more cases than anybody runs. A whole text without scenarios is no error
    here: ``read_criterion`` asks for some.
    """
    if len(text) > MOST_CHARACTERS:
        advice = f"The text is longer than {MOST_CHARACTERS:,} characters. Split it into several features."
        raise UnreadableGherkin(Problem(1, 1, advice, advice))
    heading = heading_of(text)
    parsed = _parsed(text, heading, name)
    feature = built_feature(parsed, heading.added_at)
    if feature is not None:
        _refuse_too_many(parsed)
    cases = Compiler().compile({**parsed, "uri": ""}) if feature else []
    document = Document(feature, built_cases(parsed, cases, heading.added_at), heading.is_whole)
    if not heading.is_whole and not document.scenarios and text.strip():
        raise UnreadableGherkin(about_no_scenario(text, heading.language))
    return document


def read_criterion(text: str, *, name: str = "") -> Document:
    """As ``read``, but raises ``UnreadableGherkin`` as well where there is no scenario, where one has no step, and
    where two have the same name.
    """
    document = read(text, name=name)
    if not document.scenarios:
        raise UnreadableGherkin(about_no_scenario(text, heading_of(text).language))
    empty = [each for each in document.scenarios if not each.steps]
    if empty:
        advice = "has no step yet. Say what is given, what happens, and what is seen then."
        raise UnreadableGherkin(*(Problem(each.line, 1, "no step", f"“{each.name}” {advice}") for each in empty))
    _refuse_same_name(document)
    return document


def _refuse_same_name(document: Document) -> None:
    """Test results name the scenario, so each needs a name of its own."""
    first: dict[str, int] = {}
    problems = []
    for each in document.scenarios:
        if first.setdefault(each.name, each.line) != each.line:
            advice = f"“{each.name}” stands at line {first[each.name]} already. Give each scenario its own name."
            problems.append(Problem(each.line, 1, "same name", advice))
    if problems:
        raise UnreadableGherkin(*problems)


def _parsed(text: str, heading: Heading, name: str) -> GherkinDocument:
    try:
        return Parser().parse(heading.with_feature(text, name))
    except CompositeParserException as refused:
        raise UnreadableGherkin(*problems_of(refused, text, heading)) from None


def _refuse_too_many(parsed: Any) -> None:
    """Before the rows are multiplied out."""
    scenarios = cases = 0
    waiting = list(parsed["feature"]["children"])
    for child in waiting:
        waiting.extend(child.get("rule", {}).get("children", ()))
        if scenario := child.get("scenario"):
            scenarios += 1
            cases += sum(len(each.get("tableBody", ())) for each in scenario["examples"]) or 1
    for count, most, what in ((scenarios, MOST_SCENARIOS, "scenarios"), (cases, MOST_CASES, "rows of examples")):
        if count > most:
            advice = f"There are {count:,} {what}; the most is {most:,}. Split the feature."
            raise UnreadableGherkin(Problem(1, 1, advice, advice))
