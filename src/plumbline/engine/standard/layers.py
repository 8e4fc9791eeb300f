"""The files of a standard laid over those of the standard it is based on.

A standard that is based on another carries that one's files under ``based_on/<name>/``, so that what was published
can be read for ever. It says only what differs, but for the files that it ``replaces``: a group of keys is laid over
the group below it key by key, a list or a plain value takes the place of what is below, an empty value
(``leads: null``) takes an entry away, and a page takes the place of a page.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from plumbline.engine.standard.problem import InvalidStandard, Problem
from plumbline.engine.standard.yaml_file import YamlFile, decode, read_yaml

STANDARD, RULES, HEALTH = "standard.yaml", "rules.yaml", "health.yaml"
ROLES, LIFE_CYCLE, ARTEFACTS, TAILORING = "roles.yaml", "life_cycle.yaml", "artefacts.yaml", "tailoring.yaml"
INTAKE, COMPETENCIES, ACCEPTANCE = "intake.yaml", "competencies.yaml", "acceptance.yaml"
NEEDED = (STANDARD, RULES, HEALTH)
FILES = (*NEEDED, ROLES, LIFE_CYCLE, ARTEFACTS, TAILORING, INTAKE, COMPETENCIES, ACCEPTANCE)
GUIDANCE_FOLDER, TEMPLATES_FOLDER, CASES_FOLDER = "guidance/", "templates/", "cases/"
COURSES_FOLDER = "courses/"
BASE_FOLDER = "based_on/"
READ_ME = "README.md"
MAX_LAYERS = 4
MAX_PAGE_BYTES = 64 * 1024
"""More than ten times the longest page of the library; showing a hostile page grows with the square of its length."""

_OF_EACH_ITS_OWN = ("name", "title", "version", "based_on", "replaces", "summary")


@dataclass
class Layers:
    """``yaml`` by file name and ``pages`` (Markdown) by path, base and own together; ``inherited`` are the base's."""

    yaml: dict[str, YamlFile] = field(default_factory=dict)
    pages: dict[str, str] = field(default_factory=dict)
    inherited: set[str] = field(default_factory=set)


def bundle(files: Mapping[str, bytes], find: Callable[[str], Mapping[str, bytes]]) -> dict[str, bytes]:
    """``files`` with those of the standard they are based on, which ``find`` gives by name where they lack them.

    Raises what ``find`` raises, and ``InvalidStandard`` for a chain of more than ``MAX_LAYERS`` standards.
    """
    whole = dict(files)
    prefix = ""
    for _ in range(MAX_LAYERS):
        name = _base_of({STANDARD: whole[prefix + STANDARD]}) if prefix + STANDARD in whole else None
        if name is None:
            return whole
        prefix += f"{BASE_FOLDER}{name}/"
        if not any(each.startswith(prefix) for each in whole):
            whole |= {prefix + path: content for path, content in find(name).items()}
    raise InvalidStandard(Problem(STANDARD, "based_on", f"at most {MAX_LAYERS} standards may be based on each other"))


def read_layers(files: Mapping[str, bytes], problems: list[Problem], depth: int = 1) -> Layers:
    """All files of a standard, one over the other. What is wrong with them is added to ``problems``."""
    own = _read({name: content for name, content in files.items() if not name.startswith(BASE_FOLDER)}, problems)
    name = _base_of(files)
    prefix = f"{BASE_FOLDER}{name}/"
    for each in sorted(files):
        if each.startswith(BASE_FOLDER) and (name is None or not each.startswith(prefix)):
            problems.append(Problem(each, "", "this file is no part of a standard"))
    if name is None:
        return own
    below = _base(
        own, name, {each.removeprefix(prefix): files[each] for each in files if each.startswith(prefix)}, depth
    )
    if isinstance(below, Problem):
        problems.append(below)
        return own
    return _over(below, own)


def _base(own: Layers, name: str, files: Mapping[str, bytes], depth: int) -> Layers | Problem:
    head = own.yaml[STANDARD]
    if not files:
        return head.problem(("based_on",), f"the files of {name} are missing: they belong in {BASE_FOLDER}{name}/")
    if depth >= MAX_LAYERS:
        return head.problem(("based_on",), f"at most {MAX_LAYERS} standards may be based on each other")
    problems: list[Problem] = []
    below = read_layers(files, problems, depth + 1)
    if problems:
        return head.problem(("based_on",), f"{name} cannot be read: {problems[0]}")
    return below


def _base_of(files: Mapping[str, bytes]) -> str | None:
    """The name in ``based_on``; what is wrong with the file is said where it is read."""
    try:
        data = read_yaml(STANDARD, files[STANDARD]).data
    except (KeyError, InvalidStandard):
        return None
    name = data.get("based_on") if isinstance(data, dict) else None
    return name if isinstance(name, str) and name.isidentifier() else None


def _read(files: Mapping[str, bytes], problems: list[Problem]) -> Layers:
    found = Layers()
    for name in sorted(set(files) - {READ_ME}):
        try:
            if name in FILES:
                found.yaml[name] = _yaml(name, files[name])
            elif name.startswith((CASES_FOLDER, COURSES_FOLDER)) and name.endswith(".yaml"):
                decode(name, files[name])
            elif name.startswith(COURSES_FOLDER) and name.endswith(".md"):
                page_text(name, files[name])
            elif name.startswith((GUIDANCE_FOLDER, TEMPLATES_FOLDER)) and name.endswith(".md"):
                found.pages[name] = page_text(name, files[name])
            else:
                problems.append(Problem(name, "", "this file is no part of a standard"))
        except InvalidStandard as error:
            problems += error.problems
            if name.endswith(".md"):
                found.pages[name] = "unreadable"
    return found


def _yaml(name: str, content: bytes) -> YamlFile:
    found = read_yaml(name, content)
    if not isinstance(found.data, dict):
        raise InvalidStandard(found.problem((), "the file must begin with keys, such as 'name: value'"))
    return found


def page_text(name: str, content: bytes) -> str:
    """A page of Markdown. Raises ``InvalidStandard`` for one that is too long, empty or no UTF-8."""
    if len(content) > MAX_PAGE_BYTES:
        raise InvalidStandard(Problem(name, "", f"the page has {len(content):,} bytes; {MAX_PAGE_BYTES:,} are allowed"))
    text = decode(name, content).replace("\r\n", "\n")
    if not text.strip():
        raise InvalidStandard(Problem(name, "", "the page is empty"))
    return text


def _over(below: Layers, own: Layers) -> Layers:
    replaced = own.yaml[STANDARD].data.get("replaces")
    yaml = {name: file for name, file in below.yaml.items() if not (isinstance(replaced, list) and name in replaced)}
    for name, file in own.yaml.items():
        data = yaml[name].data if name in yaml else {}
        if name == STANDARD:
            data = {key: value for key, value in data.items() if key not in _OF_EACH_ITS_OWN}
        yaml[name] = YamlFile(name, _merged(data, file.data), file.lines)
    inherited = set(below.pages) - set(own.pages)
    return Layers(yaml, below.pages | own.pages, inherited)


def _merged(below: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    merged = dict(below)
    for key, value in own.items():
        if value is None and key in below:
            del merged[key]
        elif isinstance(value, dict) and isinstance(below.get(key), dict):
            merged[key] = _merged(below[key], value)
        else:
            merged[key] = value
    return merged
