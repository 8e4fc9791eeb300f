"""The files of a standard as read, and as far as they are valid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from plumbline.engine.standard.acceptance import AcceptanceFile
from plumbline.engine.standard.artefacts import ArtefactsFile
from plumbline.engine.standard.competencies import CompetenciesFile
from plumbline.engine.standard.intake import IntakeFile
from plumbline.engine.standard.layers import ARTEFACTS, COMPETENCIES, HEALTH, LIFE_CYCLE, ROLES, RULES, STANDARD
from plumbline.engine.standard.life_cycle import LifeCycleFile
from plumbline.engine.standard.roles import RolesFile
from plumbline.engine.standard.schema import HealthFile, RulesFile, StandardFile
from plumbline.engine.standard.tailoring import TailoringFile
from plumbline.engine.standard.yaml_file import YamlFile


@dataclass(frozen=True)
class Parts:
    """``yaml`` by file name: absent where there is no such file, ``None`` where it could not be read.

    The names of things are ``None`` where they cannot be known, so that nothing is said about what refers to them.
    """

    yaml: Mapping[str, YamlFile | None]
    head: StandardFile | None
    rules: RulesFile | None
    health: HealthFile | None
    roles: RolesFile | None
    life_cycle: LifeCycleFile | None
    artefacts: ArtefactsFile | None
    tailoring: TailoringFile | None
    intake: IntakeFile | None
    competencies: CompetenciesFile | None
    acceptance: AcceptanceFile | None
    guidance: dict[str, str]
    templates: dict[str, str]

    @property
    def rules_yaml(self) -> YamlFile | None:
        return self.yaml.get(RULES)

    @property
    def health_yaml(self) -> YamlFile | None:
        return self.yaml.get(HEALTH)

    @property
    def dimensions(self) -> set[str] | None:
        return self._names(STANDARD, "dimensions")

    @property
    def applied_rules(self) -> set[str] | None:
        return self._names(RULES, "rules")

    @property
    def rule_names(self) -> set[str] | None:
        """Those of the catalogue and the standard's own."""
        applied, own = self.applied_rules, self._names(RULES, "custom", may_be_left_out=True)
        return None if applied is None or own is None else applied | own

    @property
    def role_names(self) -> set[str] | None:
        return self._names(ROLES, "roles")

    @property
    def competency_names(self) -> set[str] | None:
        """Those that roles.yaml and competencies.yaml describe."""
        of_roles = self._names(ROLES, "competencies", may_be_left_out=True)
        own = self._names(COMPETENCIES, "competencies", may_be_left_out=True)
        return None if of_roles is None or own is None else of_roles | own

    @property
    def phase_names(self) -> set[str] | None:
        return self._names(LIFE_CYCLE, "phases")

    @property
    def gate_names(self) -> set[str] | None:
        return self._names(LIFE_CYCLE, "gates", may_be_left_out=True)

    @property
    def artefact_names(self) -> set[str] | None:
        return self._names(ARTEFACTS, "artefacts")

    def _names(self, file: str, key: str, *, may_be_left_out: bool = False) -> set[str] | None:
        if file not in self.yaml:
            return set()
        found = self.yaml[file]
        if found is not None and key not in found.data and may_be_left_out:
            return set()
        return set(found.data[key]) if found is not None and isinstance(found.data.get(key), dict) else None
