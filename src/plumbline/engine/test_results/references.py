"""What a test says it is for: ``AC-12`` for a criterion, ``REQ-3`` for a requirement."""

from __future__ import annotations

import re
from typing import NamedTuple

from plumbline.engine.test_results.records import MOST_WORDS, TestResult

_TAG = re.compile(r"@?(AC|REQ)[-_]?(\d{1,9})(?:\.\d+)*", re.IGNORECASE)
_VALUE = re.compile(r"(?<![A-Za-z0-9])@?(AC|REQ)-(\d{1,9})(?![0-9A-Za-z])", re.IGNORECASE)
_NAME = re.compile(r"(?<![A-Za-z0-9])(AC|REQ)[-_]?(\d{1,9})(?![0-9A-Za-z])", re.IGNORECASE)
_PROPERTIES = frozenset(
    {"requirement", "requirements", "criterion", "criteria", "acceptance_criterion", "acceptance_criteria"}
    | {"ac", "req", "tag", "tags", "marker", "markers", "test_key", "requirement_id"}
)


class Reference(NamedTuple):
    """``to`` is ``AC-12`` or ``REQ-3``; ``via`` is tag, property or name."""

    to: str
    via: str


def references_of(result: TestResult) -> tuple[Reference, ...]:
    """Each criterion and requirement once, by the plainest way it is named: tag, then property, then name.

    A tag may go on with parts, ``@AC-123.2``; they are tests of one criterion. Names of functions may be written
    without the hyphen: ``test_ac12_trains_stop``.
    """
    found: dict[str, str] = {}
    for tag in result.tags:
        if match := _TAG.fullmatch(tag.strip()):
            found.setdefault(_called(match), "tag")
    for name, value in result.properties:
        if name.strip().lower().replace("-", "_") in _PROPERTIES:
            for match in _VALUE.finditer(value):
                found.setdefault(_called(match), "property")
    for match in _NAME.finditer(result.name):
        found.setdefault(_called(match), "name")
    return tuple(Reference(to, via) for to, via in list(found.items())[:MOST_WORDS])


def _called(match: re.Match[str]) -> str:
    return f"{match[1].upper()}-{int(match[2])}"
