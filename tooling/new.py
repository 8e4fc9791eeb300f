"""Starts a new rule or metric from a template that works, to be rewritten line by line.

bin/new rule FAMILY/DEFECT    for example: bin/new rule logic/crossed_links
bin/new metric NAME           for example: bin/new metric open_milestones
"""

from __future__ import annotations

import re
import sys
from pathlib import Path
from string import Template

TEMPLATES = Path(__file__).with_name("templates")
REPOSITORY = Path(__file__).resolve().parents[1]
WORD = re.compile(r"[a-z][a-z0-9]*(_[a-z0-9]+)*")

RULES = "src/plumbline/engine/rules"
CASES = "tests/engine/rules/cases"
METRICS = "src/plumbline/engine/metrics"
METRIC_TESTS = "tests/engine/metrics"


class CannotStart(ValueError):
    """What was asked for cannot be made; the message says why."""


def main(arguments: list[str]) -> int:
    match arguments:
        case ["rule", name]:
            make, tested_by = new_rule, "tests/engine/rules"
        case ["metric", name]:
            make, tested_by = new_metric, METRIC_TESTS
        case _:
            print(__doc__, file=sys.stderr)
            return 2
    try:
        made = make(name, REPOSITORY)
    except CannotStart as problem:
        print(problem, file=sys.stderr)
        return 2
    for path in made:
        print(path.relative_to(REPOSITORY))
    print(f"\nIt works as it is; now make it yours. Try it: bin/test {tested_by} -k {name.split('/')[-1]}")
    return 0


def new_rule(name: str, repository: Path) -> list[Path]:
    family, _, defect = name.partition("/")
    _must_be_a_word(family, "a family")
    _must_be_a_word(defect, "a defect")
    families = repository / RULES
    if not (families / family / "__init__.py").is_file():
        known = ", ".join(sorted(each.parent.name for each in families.glob("*/__init__.py")))
        raise CannotStart(f"There is no family {family!r}; there are: {known}. A new one is a folder in {RULES}.")
    cases = repository / CASES / family / defect
    return _write(
        defect,
        {
            families / family / f"{defect}.py": "rule",
            cases / "keeps.yaml": "keeps",
            cases / "breaks.yaml": "breaks",
        },
    )


def new_metric(name: str, repository: Path) -> list[Path]:
    _must_be_a_word(name, "a metric")
    return _write(
        name,
        {
            repository / METRICS / f"{name}.py": "metric",
            repository / METRIC_TESTS / "cases" / f"{name}.yaml": "metric_cases",
        },
    )


def _must_be_a_word(text: str, what: str) -> None:
    if not WORD.fullmatch(text):
        raise CannotStart(f"{text!r} cannot name {what}: use lower-case words joined by underscores.")


def _write(name: str, files: dict[Path, str]) -> list[Path]:
    for path in files:
        if path.exists():
            raise CannotStart(f"{path} is there already.")
    title = name.replace("_", " ").capitalize()
    for path, template in files.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        text = (TEMPLATES / f"{template}.txt").read_text(encoding="utf-8")
        path.write_text(Template(text).substitute(name=name, Title=title), encoding="utf-8")
    return list(files)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
