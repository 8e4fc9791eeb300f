"""``plumbline check --format sarif``: SARIF 2.1.0 (OASIS), which code-review tools show beside a change.

A plan has no lines, so a result names the file, and the activity as its logical location. Some tools insist on a
line: it is the first.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

from plumbline import __version__
from plumbline.cli.checked import Checked, CheckedProject
from plumbline.cli.json_text import Json
from plumbline.cli.reading import STANDARD_INPUT, shown_name
from plumbline.engine import catalogue
from plumbline.engine.assessment import RuleResult
from plumbline.engine.catalogue import CataloguedRule
from plumbline.engine.readers import Problem
from plumbline.engine.rules.rule import Offender, Severity
from plumbline.engine.rules_in_force import OWN, rules_in_force

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_REGION = {"startLine": 1}
_LEVEL = {Severity.MAJOR: "error", Severity.MINOR: "warning", Severity.INFO: "note"}


def document(checked: Checked) -> str:
    return json.dumps({"$schema": SCHEMA, "version": "2.1.0", "runs": [_run(checked)]}, indent=2)


def _run(checked: Checked) -> Json:
    own = [each for each in rules_in_force(checked.standard) if each.family == OWN] if checked.standard else []
    rules = [*catalogue.rules(), *own]
    place = _uri(checked.file)
    return {
        "tool": {
            "driver": {
                "name": "Plumbline",
                "version": __version__,
                "semanticVersion": __version__,
                "rules": [_rule(each) for each in rules],
            }
        },
        "invocations": [
            {
                "executionSuccessful": bool(checked.projects),
                "exitCode": int(checked.exit_code),
                "toolExecutionNotifications": [_notification(each, checked, place) for each in checked.problems],
            }
        ],
        "artifacts": [{"location": {"uri": place}, "roles": ["analysisTarget"]}],
        "columnKind": "utf16CodeUnits",
        "results": _results(checked, [each.name for each in rules], place),
    }


def _rule(catalogued: CataloguedRule) -> Json:
    rule = catalogued.rule
    return {
        "id": _rule_id(catalogued.family, catalogued.name),
        "name": "".join(word.capitalize() for word in catalogued.name.split("_")),
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.question},
        "help": {
            "text": f"{rule.why}\n\nHow to mend it: {rule.mend}",
            "markdown": f"{rule.why}\n\n**How to mend it:** {rule.mend}",
        },
        "defaultConfiguration": {"level": _LEVEL[rule.severity]},
        "properties": {"tags": [catalogued.family, *rule.references]},
    }


def _results(checked: Checked, order: list[str], place: str) -> list[Json]:
    found = []
    for project in checked.projects:
        for finding in project.assessment.findings:
            result = _result_for_all(finding, order.index(finding.rule), place)
            if finding.offenders:
                found += [_pointed_at(result, each, finding, project) for each in finding.offenders]
            else:
                found.append(_fingerprinted(result, project.schedule.name))
    return found


def _result_for_all(finding: RuleResult, index: int, place: str) -> Json:
    return {
        "ruleId": _rule_id(finding.family, finding.rule),
        "ruleIndex": index,
        "kind": "fail",
        "level": _LEVEL[finding.severity],
        "message": {"text": finding.sentence},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": place, "index": 0}, "region": _REGION}}],
    }


def _pointed_at(result: Json, offender: Offender, finding: RuleResult, project: CheckedProject) -> Json:
    activity = f"{offender.id} {offender.name}".strip()
    said = f"{activity}: {offender.detail or finding.title}. {finding.sentence}"
    logical = {
        "name": offender.id or str(offender.uid),
        "fullyQualifiedName": f"{project.schedule.name}/{offender.id or offender.uid}",
        "kind": "element",
    }
    located = {**result["locations"][0], "logicalLocations": [logical]}
    pointed = {**result, "message": {"text": said}, "locations": [located]}
    return _fingerprinted(pointed, project.schedule.name, str(offender.uid), str(offender.predecessor), offender.detail)


def _fingerprinted(result: Json, *parts: str) -> Json:
    """A finding keeps its fingerprint from version to version of the plan, so that a tool knows it again."""
    digest = sha256("\0".join((result["ruleId"], *parts)).encode("utf-8", "surrogatepass")).hexdigest()
    return result | {"partialFingerprints": {"finding/v1": digest}}


def _notification(problem: Problem, checked: Checked, place: str) -> Json:
    return {
        "level": "warning" if checked.projects else "error",
        "message": {"text": str(problem)},
        "locations": [{"physicalLocation": {"artifactLocation": {"uri": place}}}],
    }


def _rule_id(family: str, name: str) -> str:
    return f"{family}/{name}"


def _uri(file: str) -> str:
    if file == shown_name(STANDARD_INPUT):
        return "stdin"
    path = Path(file)
    return path.as_uri() if path.is_absolute() else quote(path.as_posix())
