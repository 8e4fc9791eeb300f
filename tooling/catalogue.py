"""Writes docs/catalogue from the code: every rule, metric and format, as the engine finds them.

The example of a rule is the case that its tests prove to break it.

.venv/bin/python -m tooling.catalogue
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from itertools import groupby
from pathlib import Path

from plumbline.conversion.formats import FORMATS
from plumbline.conversion.installation import HOW_TO_INSTALL
from plumbline.engine import catalogue
from plumbline.engine.catalogue import CataloguedMetric, CataloguedRule
from plumbline.engine.practice.found import practice_metrics
from plumbline.engine.practices import PRACTICES, Characteristic, Practice, rules_of
from plumbline.engine.rules.rule import LimitKind, Rule
from plumbline.engine.writers import writers

REPOSITORY = Path(__file__).resolve().parents[1]
FOLDER = REPOSITORY / "docs" / "catalogue"
CASES = REPOSITORY / "tests" / "engine" / "rules" / "cases"
NOTICE = "*Written by `python -m tooling.catalogue` from the code; a test keeps it current.*"


def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")


def rules_page() -> str:
    """One section per rule, by family."""
    lines = [
        "# Rules",
        "",
        NOTICE,
        "",
        "A limit, severity or parameter here is a default, which the standard in force may change.",
        "How each check counts and where it comes from is in [schedule quality](../methods/schedule-quality.md);",
        "how to write another, and how to read the examples, is in [add a rule](../guides/add-a-rule.md).",
        "",
        "| rule | family | limit | severity | reference |",
        "|---|---|---|---|---|",
        *(_overview(each) for each in catalogue.rules()),
    ]
    for family, rules in groupby(catalogue.rules(), key=lambda each: each.family):
        lines += ["", f"## {family.capitalize()}"]
        for each in rules:
            lines += ["", *_rule(each)]
    return "\n".join(lines) + "\n"


def practices_page() -> str:
    """One section per best practice, under the characteristic of a schedule that it belongs to."""
    lines = [
        "# GAO best practices",
        "",
        NOTICE,
        "",
        "The Schedule Assessment Guide of the US Government Accountability Office (GAO-16-89G, December 2015) asks",
        "after ten practices, which make a schedule comprehensive, well constructed, credible and controlled. The",
        "words here are our own. `plumbline check --by practice` sorts its results this way. A practice is as good as",
        "the worst of its rules, and one that some rule cannot judge is not assessable. No program can confirm a",
        "practice: what is left for people is named each time.",
    ]
    for characteristic in Characteristic:
        lines += ["", f"## {characteristic.capitalize()}"]
        for each in (one for one in PRACTICES if one.characteristic is characteristic):
            lines += ["", *_practice(each)]
    return "\n".join(lines) + "\n"


def metrics_page() -> str:
    """One row per metric."""
    lines = [
        "# Metrics",
        "",
        NOTICE,
        "",
        "A metric is a number about one project. The standard in force says from which value on it makes a dimension",
        "amber or red.",
        "",
        "| metric | name | unit | better | why it matters | reference |",
        "|---|---|---|---|---|---|",
        *(_metric(each) for each in catalogue.metrics()),
    ]
    return "\n".join(lines) + "\n"


def practice_metrics_page() -> str:
    """One row per practice metric."""
    lines = [
        "# Practice metrics",
        "",
        NOTICE,
        "",
        "They say how projects are managed, not how they go. How each is counted, and what is decided where the field",
        "is silent, is in [practice metrics](../methods/practice-metrics.md).",
        "",
        "| id | metric | the question | what is counted | unit | better |",
        "|---|---|---|---|---|---|",
        *(
            f"| {about.id} | {about.title} | {about.question} | {about.formula} | {about.unit} | {about.better} |"
            for about in (each.metric for each in practice_metrics())
        ),
    ]
    return "\n".join(lines) + "\n"


def formats_page() -> str:
    """One row per format that plans are read from or written in."""
    lines = [
        "# Formats",
        "",
        NOTICE,
        "",
        "A file is recognised by its content, not by its name alone; each may be packed with gzip.",
        "",
        "What a format that is written cannot hold is said when it is written.",
        "",
        "| format | file names | read | written |",
        "|---|---|---|---|",
        *(_format(*each) for each in _formats()),
        "",
        f"With MPXJ and Java, which are an extra (`{HOW_TO_INSTALL}`), these are read too, known by their names:",
        "",
        "| format | file name |",
        "|---|---|",
        *(f"| {title} | `{extension}` |" for extension, title in FORMATS.items()),
    ]
    return "\n".join(lines) + "\n"


PAGES: dict[str, Callable[[], str]] = {
    "rules.md": rules_page,
    "metrics.md": metrics_page,
    "practice-metrics.md": practice_metrics_page,
    "formats.md": formats_page,
    "gao-practices.md": practices_page,
}


def _formats() -> Iterator[tuple[str, tuple[str, ...], bool, bool]]:
    """Name, endings, whether it is read and whether it is written."""
    read = {each.FORMAT: each.EXTENSIONS for each in catalogue.readers()}
    written = {each.FORMAT: each.EXTENSIONS for each in writers().values()}
    for name in [*read, *(each for each in written if each not in read)]:
        yield name, read.get(name) or written[name], name in read, name in written


def _format(name: str, endings: tuple[str, ...], is_read: bool, is_written: bool) -> str:
    words = " ".join(f"`{each}`" for each in endings)
    return f"| {name} | {words} | {'yes' if is_read else 'no'} | {'yes' if is_written else 'no'} |"


def _overview(each: CataloguedRule) -> str:
    rule = each.rule
    link = f"[{rule.title}](#{_anchor(rule.title)})"
    return f"| {link} | {each.family} | {_limit(rule)} | {rule.severity} | {', '.join(rule.references)} |"


def _rule(each: CataloguedRule) -> Iterator[str]:
    rule = each.rule
    source = f"../../src/plumbline/engine/rules/{each.family}/{each.name}.py"
    yield from (f"### {rule.title}", "", rule.question, "")
    yield f"- **Name:** [`{each.name}`]({source})"
    yield f"- **Limit:** {_limit(rule)}"
    yield f"- **Severity:** {rule.severity}"
    yield from (f"- **Parameter** {each}" for each in _parameters(rule))
    yield f"- **Known as:** {', '.join(rule.references) or 'nothing else'}"
    yield from ("", f"**Why it matters.** {rule.why}", "", f"**How to mend it.** {rule.mend}")
    yield from ("", *_example(each))


def _example(each: CataloguedRule) -> Iterator[str]:
    """The case that breaks the rule; its first line says what it shows."""
    case = min((CASES / each.family / each.name).glob("breaks*.yaml"), key=lambda path: (len(path.name), path.name))
    says, _, content = case.read_text(encoding="utf-8").partition("\n")
    yield f"**A plan that breaks it.** {says.removeprefix('says: ')}"
    yield from ("", "```yaml", content.rstrip(), "```")


def _practice(practice: Practice) -> Iterator[str]:
    rules = [f"[{each.rule.title}](rules.md#{_anchor(each.rule.title)})" for each in rules_of(practice)]
    yield from (f"### {practice.number} {practice.title}", "")
    yield f"- **What a program can see:** {practice.automated}"
    yield f"- **For people to judge:** {practice.judgement}"
    yield f"- **Rules:** {', '.join(rules) or 'none'}"


def _anchor(title: str) -> str:
    return re.sub(r"[^\w -]", "", title.lower()).replace(" ", "-")


def _parameters(rule: Rule) -> Iterator[str]:
    choices = dict(rule.choices)
    for name, default in rule.parameters:
        words = f" (one of {', '.join(f'`{each}`' for each in choices[name])})" if name in choices else ""
        yield f"`{name}`: `{default}`{words}" if default != "" else f"`{name}`: empty{words}"


def _limit(rule: Rule) -> str:
    if rule.limit is None:
        return "none"
    return {
        LimitKind.AT_MOST_PERCENT: f"at most {rule.limit:g} %",
        LimitKind.AT_LEAST_PERCENT: f"at least {rule.limit:g} %",
        LimitKind.AT_MOST_COUNT: f"at most {rule.limit:g}",
        LimitKind.AT_LEAST_RATIO: f"at least {rule.limit:g}",
        LimitKind.NONE: "none",
    }[rule.limit_kind]


def _metric(each: CataloguedMetric) -> str:
    metric = each.metric
    references = ", ".join(metric.references)
    return f"| {metric.title} | `{each.name}` | {metric.unit} | {metric.better} | {metric.why} | {references} |"


if __name__ == "__main__":
    main()
