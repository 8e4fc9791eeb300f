"""Holds output against the JSON Schema files of the documentation, and SARIF against what its readers need."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from jsonschema import Draft202012Validator

SCHEMAS = Path(__file__).resolve().parents[2] / "docs" / "json"


def assert_keeps_contract(command: str, document: Any) -> None:
    schema = json.loads((SCHEMAS / f"{command}.schema.json").read_text(encoding="utf-8"))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(document)


def assert_is_sarif(log: Any) -> None:
    Draft202012Validator(_SARIF).validate(log)
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert len({rule["id"] for rule in rules}) == len(rules), "rule ids must be unique"
    for result in run["results"]:
        assert rules[result["ruleIndex"]]["id"] == result["ruleId"]


def _record(**properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _list_of(items: dict[str, Any], least: int = 0) -> dict[str, Any]:
    return {"type": "array", "items": items, "minItems": least}


# The required parts of SARIF 2.1.0 (OASIS), sections 3.13 to 3.59, that a code-review tool reads.
_TEXT = _record(text={"type": "string", "minLength": 1})
_URI = {"type": "string", "format": "uri-reference", "minLength": 1, "pattern": r"^[^\s\\]+$"}
_LEVEL = {"enum": ["none", "note", "warning", "error"]}
_LOCATION = _record(
    physicalLocation=_record(artifactLocation=_record(uri=_URI), region=_record(startLine={"const": 1}))
)
_RULE = _record(
    id={"type": "string", "minLength": 1},
    name={"type": "string"},
    shortDescription=_TEXT,
    fullDescription=_TEXT,
    help=_TEXT,
    defaultConfiguration=_record(level=_LEVEL),
)
_RESULT = _record(
    ruleId={"type": "string"},
    ruleIndex={"type": "integer", "minimum": 0},
    level=_LEVEL,
    message=_TEXT,
    locations=_list_of(_LOCATION, 1),
    partialFingerprints={"type": "object", "additionalProperties": {"type": "string"}},
)
_INVOCATION = _record(
    executionSuccessful={"type": "boolean"},
    exitCode={"type": "integer"},
    toolExecutionNotifications=_list_of(_record(level=_LEVEL, message=_TEXT)),
)
_DRIVER = _record(name={"const": "Plumbline"}, version={"type": "string"}, rules=_list_of(_RULE, 14))
_RUN = _record(tool=_record(driver=_DRIVER), results=_list_of(_RESULT), invocations=_list_of(_INVOCATION, 1))
_SARIF = _record(
    **{"$schema": {"type": "string", "pattern": r"sarif-2\.1\.0"}},
    version={"const": "2.1.0"},
    runs={**_list_of(_RUN, 1), "maxItems": 1},
)
