"""plumbline explain"""

from difflib import get_close_matches
from itertools import groupby
from typing import Annotated

import typer
from rich.markdown import Markdown

from plumbline.cli.complaints import refuse
from plumbline.cli.plain import plain
from plumbline.cli.standards import DEFAULT, standard_named
from plumbline.cli.terminal import Page
from plumbline.engine import catalogue
from plumbline.engine.catalogue import CataloguedRule
from plumbline.engine.rules.figures import limit_words
from plumbline.engine.rules_in_force import OWN, rules_in_force, settings_of
from plumbline.engine.standard import InvalidStandard, Standard

_TITLE_WIDTH = 30
_TEXT_WIDTH = 100


def command(
    rule: Annotated[str | None, typer.Argument(help="The rule's name; without one, all rules are listed.")] = None,
    standard: Annotated[str, typer.Option(help="A standard of the library, or the folder of one.")] = DEFAULT,
) -> None:
    """Say what a rule asks, why it matters, where it comes from, and how to mend a plan that breaks it."""
    try:
        in_force = standard_named(standard)
    except InvalidStandard as refusal:
        raise refuse(*map(str, refusal.problems)) from refusal
    rules = (*catalogue.rules(), *(each for each in rules_in_force(in_force) if each.family == OWN))
    if rule is None:
        _list(rules)
        return
    name = rule.rpartition("/")[2].replace("-", "_").lower()
    found = next((each for each in rules if each.name == name), None)
    if found is None:
        raise refuse(_not_found(rule, name, [each.name for each in rules]))
    _explain(found, in_force)


def _list(rules: tuple[CataloguedRule, ...]) -> None:
    page = Page()
    for family, members in groupby(rules, key=lambda each: each.family):
        page.line((family.capitalize(), "bold"))
        for each in members:
            page.line((f"{each.name:{_TITLE_WIDTH}}", "cyan"), each.rule.question, indent=2)
    page.gap()
    page.line("plumbline explain RULE says why a rule matters and how to mend a plan that breaks it.")


def _not_found(asked: str, name: str, names: list[str]) -> str:
    near = get_close_matches(name, names, n=3, cutoff=0.5)
    meant = f"did you mean {' or '.join(near)}?" if near else "'plumbline explain' lists all rules."
    return f"There is no rule {asked!r}; {meant}"


def _explain(found: CataloguedRule, standard: Standard) -> None:
    page, rule = Page(), found.rule
    page.line((rule.title, "bold underline"), f"  {found.family}/{found.name}")
    page.line(rule.question)
    page.gap()
    if found.name in standard.rules or found.family == OWN:
        settings = settings_of(standard, found)
        page.line(("Limit      ", "bold"), limit_words(rule.limit_kind, settings.limit))
        page.line(("Severity   ", "bold"), settings.severity)
        for name, value in settings.parameters.items():
            page.line(("With       ", "bold"), f"{name.replace('_', ' ')}: {value}")
    else:
        page.line(("Limit      ", "bold"), limit_words(rule.limit_kind, rule.limit))
        page.line(f"The standard {standard.name} does not apply this rule.")
    page.line(("References ", "bold"), ", ".join(rule.references) or standard.title)
    page.gap()
    guidance = standard.guidance.get(found.name, f"## Why it matters\n\n{rule.why}\n\n## How to mend\n\n{rule.mend}")
    page.console.print(Markdown(_harmless(guidance), hyperlinks=False), width=min(page.console.width, _TEXT_WIDTH))


def _harmless(guidance: str) -> str:
    """Without control characters, and without a title of its own."""
    lines = [plain(line) for line in guidance.strip().splitlines()]
    return "\n".join(lines[1:] if lines[0].startswith("# ") else lines)
