"""A folder's files to a standard that can be run, or everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from plumbline.engine.standard.acceptance import AcceptanceFile
from plumbline.engine.standard.artefacts import ArtefactsFile
from plumbline.engine.standard.competencies import CompetenciesFile, Competency
from plumbline.engine.standard.content_hash import content_hash
from plumbline.engine.standard.explain import explain, path_of
from plumbline.engine.standard.intake import IntakeFile
from plumbline.engine.standard.layers import (
    ACCEPTANCE,
    ARTEFACTS,
    COMPETENCIES,
    GUIDANCE_FOLDER,
    HEALTH,
    INTAKE,
    LIFE_CYCLE,
    NEEDED,
    READ_ME,
    ROLES,
    RULES,
    STANDARD,
    TAILORING,
    TEMPLATES_FOLDER,
    Layers,
    read_layers,
)
from plumbline.engine.standard.life_cycle import LifeCycleFile
from plumbline.engine.standard.parts import Parts
from plumbline.engine.standard.problem import InvalidStandard, Problem
from plumbline.engine.standard.records import Record
from plumbline.engine.standard.references import check_references
from plumbline.engine.standard.roles import RolesFile
from plumbline.engine.standard.schema import HealthFile, RulesFile, Standard, StandardFile
from plumbline.engine.standard.tailoring import TailoringFile
from plumbline.engine.standard.vocabulary import Vocabulary, catalogued
from plumbline.engine.standard.yaml_file import YamlFile

MAX_FILES = 1000
MAX_TOTAL_BYTES = 8 * 1024 * 1024
MAX_PROBLEMS = 200

FileModel = TypeVar("FileModel", bound=Record)


def load_standard(files: Mapping[str, bytes], vocabulary: Vocabulary | None = None) -> Standard:
    """Read a standard from its files, ``{path inside the folder: content}``.

    A standard that is based on another has that one's files among its own (``layers.bundle`` puts them there).
    ``vocabulary`` is what the standard may name; by default the engine's own rules and metrics.
    Raises ``InvalidStandard`` with all problems found, each with file, key and line.
    """
    _check_size(files)
    problems: list[Problem] = []
    layers = read_layers(files, problems)
    if any(each.key == "based_on" for each in problems):  # of what the base should hold nothing can be said
        raise InvalidStandard(*_in_order(problems)[:MAX_PROBLEMS])
    unread = {each.file for each in problems}
    missing = set(NEEDED) - unread - set(layers.yaml)
    problems += [Problem(name, "", "this file is missing") for name in missing]
    parts = _parts(layers, unread | missing, problems)
    problems += check_references(parts, vocabulary or catalogued())
    if problems or parts.head is None or parts.rules is None or parts.health is None:
        raise InvalidStandard(*_in_order(problems)[:MAX_PROBLEMS])
    return _standard(parts, content_hash({name: files[name] for name in files if name != READ_ME}))


def _parts(layers: Layers, unread: set[str], problems: list[Problem]) -> Parts:
    yaml: dict[str, YamlFile | None] = dict(layers.yaml)
    yaml |= dict.fromkeys(unread)

    def parsed(name: str, model: type[FileModel]) -> FileModel | None:
        return _parse(yaml.get(name), model, problems)

    rules, artefacts = parsed(RULES, RulesFile), parsed(ARTEFACTS, ArtefactsFile)
    return Parts(
        yaml=yaml,
        head=parsed(STANDARD, StandardFile),
        rules=rules,
        health=parsed(HEALTH, HealthFile),
        roles=parsed(ROLES, RolesFile),
        life_cycle=parsed(LIFE_CYCLE, LifeCycleFile),
        artefacts=artefacts,
        tailoring=parsed(TAILORING, TailoringFile),
        intake=parsed(INTAKE, IntakeFile),
        competencies=parsed(COMPETENCIES, CompetenciesFile),
        acceptance=parsed(ACCEPTANCE, AcceptanceFile),
        guidance=_pages(layers, GUIDANCE_FOLDER, {**rules.rules, **rules.custom} if rules else {}),
        templates=_pages(layers, TEMPLATES_FOLDER, artefacts.artefacts if artefacts else {}),
    )


def _pages(layers: Layers, folder: str, used: Mapping[str, object]) -> dict[str, str]:
    """By name. A page of the base goes when nothing uses it any more; one of its own stays, to be told of."""
    named = {
        name.removeprefix(folder).removesuffix(".md"): (text, name in layers.inherited)
        for name, text in sorted(layers.pages.items())
        if name.startswith(folder)
    }
    return {name: text for name, (text, inherited) in named.items() if name in used or not inherited}


def _standard(parts: Parts, fingerprint: str) -> Standard:
    assert parts.head is not None
    assert parts.rules is not None
    assert parts.health is not None
    optional = (parts.roles, parts.life_cycle, parts.artefacts, parts.tailoring, parts.intake)
    others = [each for each in optional if each is not None]
    return Standard(
        **_fields(parts.head),
        **{name: value for file in others for name, value in _fields(file).items() if name != "competencies"},
        rules=parts.rules.rules,
        custom=parts.rules.custom,
        health=parts.health.dimensions,
        areas=parts.competencies.areas if parts.competencies else {},
        competencies=_competencies(parts),
        acceptance=parts.acceptance,
        guidance=parts.guidance,
        templates=parts.templates,
        content_hash=fingerprint,
    )


def _competencies(parts: Parts) -> dict[str, Competency]:
    """Those of both files that may describe them; where both do, roles.yaml has the last word."""
    found = dict(parts.competencies.competencies) if parts.competencies else {}
    for name, text in (parts.roles.competencies if parts.roles else {}).items():
        said = _fields(text)
        found[name] = found[name].model_copy(update=said) if name in found else Competency(**said)
    return found


def _fields(record: Record) -> dict[str, Any]:
    return {name: getattr(record, name) for name in type(record).model_fields}


def _check_size(files: Mapping[str, bytes]) -> None:
    if len(files) > MAX_FILES:
        raise InvalidStandard(Problem("", "", f"the standard has {len(files):,} files; {MAX_FILES:,} are allowed"))
    total = sum(len(content) for content in files.values())
    if total > MAX_TOTAL_BYTES:
        raise InvalidStandard(Problem("", "", f"the standard has {total:,} bytes; {MAX_TOTAL_BYTES:,} are allowed"))


def _parse(file: YamlFile | None, model: type[FileModel], problems: list[Problem]) -> FileModel | None:
    """The valid part of a file, so that what it names can be checked even where something else is wrong."""
    if file is None:
        return None
    data = file.data
    for _ in range(MAX_PROBLEMS):
        try:
            return model.model_validate(data)
        except ValidationError as error:
            if data is file.data:
                problems += explain(error, model, file)
            places = [path_of(each["loc"], file) for each in error.errors(include_url=False, include_context=False)]
        data = _without(data, places)
    return None


def _without(data: Any, places: list[tuple[str | int, ...]]) -> Any:
    """A copy without the entries (``rules.leads``, say) that contain one of ``places``."""
    dropped = {place[:2] for place in places}
    kept = {key: value for key, value in data.items() if (key,) not in dropped}
    for key, value in kept.items():
        if isinstance(value, dict):
            kept[key] = {name: entry for name, entry in value.items() if (key, name) not in dropped}
    return kept


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda each: (each.file, each.line or 0, each.key))
