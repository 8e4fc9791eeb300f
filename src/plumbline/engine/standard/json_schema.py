"""JSON Schema for editors: completion and checking while a standard is being written."""

from __future__ import annotations

from typing import Any

from plumbline.engine.standard.acceptance import AcceptanceFile
from plumbline.engine.standard.artefacts import ArtefactsFile
from plumbline.engine.standard.competencies import CompetenciesFile
from plumbline.engine.standard.intake import IntakeFile
from plumbline.engine.standard.layers import (
    ACCEPTANCE,
    ARTEFACTS,
    COMPETENCIES,
    HEALTH,
    INTAKE,
    LIFE_CYCLE,
    ROLES,
    RULES,
    STANDARD,
    TAILORING,
)
from plumbline.engine.standard.life_cycle import LifeCycleFile
from plumbline.engine.standard.records import Record
from plumbline.engine.standard.roles import RolesFile
from plumbline.engine.standard.schema import HealthFile, RulesFile, StandardFile
from plumbline.engine.standard.tailoring import TailoringFile

_FILES: dict[str, type[Record]] = {
    STANDARD: StandardFile,
    RULES: RulesFile,
    HEALTH: HealthFile,
    ROLES: RolesFile,
    LIFE_CYCLE: LifeCycleFile,
    ARTEFACTS: ArtefactsFile,
    TAILORING: TailoringFile,
    INTAKE: IntakeFile,
    COMPETENCIES: CompetenciesFile,
    ACCEPTANCE: AcceptanceFile,
}


def json_schemas() -> dict[str, dict[str, Any]]:
    """A JSON Schema (draft 2020-12) for each YAML file of a standard, by file name."""
    return {
        name: {"$schema": "https://json-schema.org/draft/2020-12/schema"} | model.model_json_schema()
        for name, model in _FILES.items()
    }
