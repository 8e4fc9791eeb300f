"""What the grammar objects to, said so that somebody who does not know it can mend it."""

from __future__ import annotations

import re

from gherkin.dialect import DIALECTS
from gherkin.errors import CompositeParserException

from plumbline.engine.gherkin.document import Problem
from plumbline.engine.gherkin.headings import ENGLISH, Heading, language_of_heading, native_name, step_keyword

_PLACE = re.compile(r"^\((\d+):(\d+)\): ")
_GOT = re.compile(r", got '(?P<got>.*)'$", re.DOTALL)


def problems_of(refused: CompositeParserException, text: str, heading: Heading) -> tuple[Problem, ...]:
    """By line. Where a feature was put around the text, places are those of the text as it was given."""
    found = []
    for error in refused.errors:
        line, column = error.location["line"], error.location.get("column", 0)
        message = str(error)
        if heading.added_at and line > heading.added_at:
            line -= 1
            message = _PLACE.sub(f"({line}:{column}): ", message)
        if column == 0:
            line = min(line, max(1, len(text.split("\n"))))
        found.append(Problem(line, column, message, _advice(message, heading.language)))
    return tuple(sorted(found, key=lambda each: (each.line, each.column)))


def about_no_scenario(text: str, language: str) -> Problem:
    """With the likely reason: words of another language, or steps that stand alone."""
    lines = [(number, line) for number, line in enumerate(text.split("\n"), start=1)]
    for number, line in lines:
        if other := language_of_heading(line):
            word = line.strip().split(":")[0]
            advice = f"“{word}:” is {native_name(other)}. Put '# language: {other}' on the first line."
            return Problem(number, 1, "no scenario", advice)
    known = DIALECTS.get(language, DIALECTS["en"])
    scenario = known["scenario"][-1 if language == "en" else 0]
    steps = tuple(each for kind in ("given", "when", "then") for each in known[kind] if each != "* ")
    for number, line in lines:
        if line.strip().startswith(steps):
            advice = f"This step stands in no scenario. Put a line '{scenario}: …' above it."
            return Problem(number, 1, "no scenario", advice)
    return Problem(
        1, 1, "no scenario", f"There is no scenario yet. Begin one with '{scenario}: …' and its steps below."
    )


def _advice(message: str, language: str) -> str:
    rest = _PLACE.sub("", message)
    code = language if language in DIALECTS else ENGLISH
    known = DIALECTS[code]
    given, when, then = (step_keyword(code, each).strip() for each in ("given", "when", "then"))
    if rest.startswith("Language not supported"):
        code = rest.rpartition(": ")[2]
        return f"Gherkin has no language '{code}'. Use a code such as en, de or fr."
    if rest.startswith("inconsistent cell count"):
        return "This row has more or fewer cells than the first row of its table. Give every row as many."
    if rest.startswith("A tag may not contain whitespace"):
        return "A tag is one word. Write each tag with its own @, with a space between them."
    if rest.startswith("unexpected end of file") and "#DocStringSeparator" in rest:
        return 'The text ends inside a doc string. Close it with """ on a line of its own.'
    if rest.startswith("unexpected end of file"):
        return "The text ends too early: below a tag, a scenario has to follow."
    got = _GOT.search(rest)
    word = f"“{_shortened(got['got'])}” " if got else "This line "
    if "#FeatureLine" in rest and "#StepLine" not in rest:
        return f"{word}cannot stand here. Begin with '{known['feature'][0]}: …' or a scenario."
    if "#StepLine" in rest:
        return f"{word}cannot stand here. Begin a step with {given}, {when} or {then}, or put it above the first step."
    if "#TableRow" in rest:
        return f"{word}cannot stand here. A row of a table begins and ends with |."
    return f"{word}cannot stand here. A scenario or a comment (#) can."


def _shortened(words: str) -> str:
    return words if len(words) <= 60 else f"{words[:59]}…"
