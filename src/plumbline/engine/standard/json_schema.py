"""JSON Schema for editors: completion and checking while a standard is being written."""

from __future__ import annotations

from typing import Any

from plumbline.engine.standard.schema import HealthFile, Record, RulesFile, StandardFile

_FILES: dict[str, type[Record]] = {"standard.yaml": StandardFile, "rules.yaml": RulesFile, "health.yaml": HealthFile}


def json_schemas() -> dict[str, dict[str, Any]]:
    """A JSON Schema (draft 2020-12) for each YAML file of a standard, by file name."""
    return {
        name: {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema()
        for name, model in _FILES.items()
    }
