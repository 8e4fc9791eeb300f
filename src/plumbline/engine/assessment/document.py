"""An assessment as JSON-able data, and back."""

from __future__ import annotations

from functools import cache
from typing import Any

from pydantic import TypeAdapter

from plumbline.engine.assessment.records import Assessment

SCHEMA_VERSION = 1


class UnreadableAssessment(ValueError):
    """The data is no assessment of a version this engine knows."""


def to_dict(assessment: Assessment) -> dict[str, Any]:
    """Plain lists, texts and numbers. Instants are ISO 8601; an unknown number is ``None``."""
    found: dict[str, Any] = _adapter().dump_python(assessment, mode="json")
    return {"schema_version": SCHEMA_VERSION} | found


def from_dict(data: dict[str, Any]) -> Assessment:
    """The assessment that ``to_dict`` wrote. Raises ``UnreadableAssessment`` for anything else."""
    version = data.get("schema_version")
    if version != SCHEMA_VERSION:
        raise UnreadableAssessment(f"the assessment has schema version {version!r}; {SCHEMA_VERSION} is expected")
    try:
        return _adapter().validate_python({key: value for key, value in data.items() if key != "schema_version"})
    except ValueError as error:
        raise UnreadableAssessment(str(error)) from error


@cache
def _adapter() -> TypeAdapter[Assessment]:
    return TypeAdapter(Assessment)
