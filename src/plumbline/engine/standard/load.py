"""A folder's files to a standard that can be run, or everything that is wrong with them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from plumbline.engine.standard.content_hash import content_hash
from plumbline.engine.standard.explain import explain, path_of
from plumbline.engine.standard.problem import InvalidStandard, Problem
from plumbline.engine.standard.references import Parts, check_references
from plumbline.engine.standard.schema import HealthFile, Record, RulesFile, Standard, StandardFile
from plumbline.engine.standard.vocabulary import Vocabulary, catalogued
from plumbline.engine.standard.yaml_file import YamlFile, decode, read_yaml

STANDARD, RULES, HEALTH = "standard.yaml", "rules.yaml", "health.yaml"
GUIDANCE_FOLDER = "guidance/"
READ_ME = "README.md"
MAX_FILES = 1000
MAX_TOTAL_BYTES = 8 * 1024 * 1024
MAX_PROBLEMS = 200

FileModel = TypeVar("FileModel", bound=Record)


def load_standard(files: Mapping[str, bytes], vocabulary: Vocabulary | None = None) -> Standard:
    """Read a standard from its files, ``{path inside the folder: content}``.

    ``vocabulary`` is what the standard may name; by default the engine's own rules and metrics.
    Raises ``InvalidStandard`` with all problems found, each with file, key and line.
    """
    _check_size(files)
    vocabulary = vocabulary or catalogued()
    problems: list[Problem] = []
    raw = {name: _read(name, files, problems) for name in (STANDARD, RULES, HEALTH)}
    head = _parse(raw[STANDARD], StandardFile, problems)
    rules = _parse(raw[RULES], RulesFile, problems)
    health = _parse(raw[HEALTH], HealthFile, problems)
    guidance = _read_guidance(files, problems)
    parts = Parts(raw[STANDARD], raw[RULES], raw[HEALTH], rules, health, guidance)
    problems += check_references(parts, vocabulary)
    if problems or head is None or rules is None or health is None:
        raise InvalidStandard(*_in_order(problems)[:MAX_PROBLEMS])
    return Standard(
        **head.model_dump(),
        rules=rules.rules,
        health=health.dimensions,
        guidance=guidance,
        content_hash=content_hash({name: files[name] for name in files if name != READ_ME}),
    )


def _check_size(files: Mapping[str, bytes]) -> None:
    if len(files) > MAX_FILES:
        raise InvalidStandard(Problem("", "", f"the standard has {len(files):,} files; {MAX_FILES:,} are allowed"))
    total = sum(len(content) for content in files.values())
    if total > MAX_TOTAL_BYTES:
        raise InvalidStandard(Problem("", "", f"the standard has {total:,} bytes; {MAX_TOTAL_BYTES:,} are allowed"))


def _read(name: str, files: Mapping[str, bytes], problems: list[Problem]) -> YamlFile | None:
    if name not in files:
        problems.append(Problem(name, "", "this file is missing"))
        return None
    try:
        found = read_yaml(name, files[name])
    except InvalidStandard as error:
        problems += error.problems
        return None
    if not isinstance(found.data, dict):
        problems.append(found.problem((), "the file must begin with keys, such as 'name: value'"))
        return None
    return found


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


def _read_guidance(files: Mapping[str, bytes], problems: list[Problem]) -> dict[str, str]:
    found: dict[str, str] = {}
    for name in sorted(set(files) - {STANDARD, RULES, HEALTH, READ_ME}):
        if not (name.startswith(GUIDANCE_FOLDER) and name.endswith(".md")):
            problems.append(Problem(name, "", "this file is no part of a standard"))
            continue
        try:
            text = decode(name, files[name]).replace("\r\n", "\n")
        except InvalidStandard as error:
            problems += error.problems
            text = "unreadable"
        if not text.strip():
            problems.append(Problem(name, "", "the guidance is empty"))
        found[name.removeprefix(GUIDANCE_FOLDER).removesuffix(".md")] = text
    return found


def _in_order(problems: list[Problem]) -> list[Problem]:
    return sorted(problems, key=lambda each: (each.file, each.line or 0, each.key))
