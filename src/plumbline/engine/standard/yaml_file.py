"""One YAML file of a standard: bytes to plain data, with the line of every key.

Only what a person would write by hand is read: mappings, lists and plain values. Tags, anchors, aliases and
merge keys are refused, so that a small file cannot grow into a large one and every value stands where it is used.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

import yaml
from yaml.nodes import MappingNode, Node, ScalarNode, SequenceNode

from plumbline.engine.standard.problem import InvalidStandard, Problem

MAX_BYTES = 256 * 1024
MAX_DEPTH = 12
MAX_VALUES = 20_000

KeyPath = tuple[str | int, ...]

_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_PLAIN_TAGS = frozenset(f"tag:yaml.org,2002:{each}" for each in ("str", "int", "float", "bool", "null", "timestamp"))


@dataclass(frozen=True)
class YamlFile:
    """The data of one file. ``lines`` gives the line, counted from 1, on which each key path begins."""

    name: str
    data: Any
    lines: dict[KeyPath, int] = field(default_factory=dict)

    def problem(self, path: KeyPath, message: str) -> Problem:
        return Problem(self.name, dotted(path), message, self.line_of(path))

    def line_of(self, path: KeyPath) -> int | None:
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path)


def dotted(path: KeyPath) -> str:
    """``("rules", "leads", 0)`` as ``rules.leads[0]``."""
    text = ""
    for part in path:
        text += f"[{part}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return text


def read_yaml(name: str, content: bytes) -> YamlFile:
    """Read ``content``. Raises ``InvalidStandard`` with file and line if it is too large, too deep or no plain YAML."""
    text = decode(name, content)
    try:
        _check_shape(name, text)
        root = yaml.compose(text, Loader=_Loader)
        if root is None:
            return YamlFile(name, {})
        lines: dict[KeyPath, int] = {}
        return YamlFile(name, _value(name, root, (), lines), lines)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = f"this is not readable YAML: {error.problem or error.context}"
        raise InvalidStandard(Problem(name, "", message, mark.line + 1 if mark else None)) from error
    except yaml.YAMLError as error:
        raise InvalidStandard(Problem(name, "", f"this is not readable YAML: {error}")) from error


def decode(name: str, content: bytes) -> str:
    if len(content) > MAX_BYTES:
        raise InvalidStandard(Problem(name, "", f"the file has {len(content):,} bytes; {MAX_BYTES:,} are allowed"))
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = content[: error.start].count(b"\n") + 1
        raise InvalidStandard(Problem(name, "", "the text is not UTF-8", line)) from error


def _check_shape(name: str, text: str) -> None:
    depth = values = 0
    for event in yaml.parse(text, Loader=_Loader):
        line = event.start_mark.line + 1 if event.start_mark else None
        if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
            raise InvalidStandard(Problem(name, "", "anchors and aliases are not allowed; write the value out", line))
        if isinstance(event, yaml.CollectionStartEvent):
            depth += 1
        elif isinstance(event, yaml.CollectionEndEvent):
            depth -= 1
        values += isinstance(event, yaml.NodeEvent)
        if depth > MAX_DEPTH:
            raise InvalidStandard(Problem(name, "", f"the file is nested more than {MAX_DEPTH} levels deep", line))
        if values > MAX_VALUES:
            raise InvalidStandard(Problem(name, "", f"the file has more than {MAX_VALUES:,} values", line))


def _value(name: str, node: Node, path: KeyPath, lines: dict[KeyPath, int]) -> Any:
    lines.setdefault(path, node.start_mark.line + 1)
    if isinstance(node, MappingNode) and node.tag == "tag:yaml.org,2002:map":
        return _mapping(name, node, path, lines)
    if isinstance(node, SequenceNode) and node.tag == "tag:yaml.org,2002:seq":
        return [_value(name, item, (*path, position), lines) for position, item in enumerate(node.value)]
    if isinstance(node, ScalarNode) and node.tag in _PLAIN_TAGS:
        return _plain(name, node, path)
    raise InvalidStandard(_at(name, node, path, f"the tag {node.tag} is not allowed; write a plain value"))


def _mapping(name: str, node: MappingNode, path: KeyPath, lines: dict[KeyPath, int]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for key_node, value_node in node.value:
        key = key_node.value if isinstance(key_node, ScalarNode) else None
        if key is None or key_node.tag == "tag:yaml.org,2002:merge":
            raise InvalidStandard(_at(name, key_node, path, "a key must be a plain word"))
        if key in found:
            raise InvalidStandard(_at(name, key_node, (*path, key), "this key stands here twice"))
        lines[(*path, key)] = key_node.start_mark.line + 1
        found[key] = _value(name, value_node, (*path, key), lines)
    return found


def _plain(name: str, node: ScalarNode, path: KeyPath) -> Any:
    if node.tag == "tag:yaml.org,2002:timestamp":
        return node.value
    try:
        return _Loader("").construct_object(node)
    except (ValueError, yaml.YAMLError) as error:
        raise InvalidStandard(_at(name, node, path, f"{node.value[:40]!r} is no readable value")) from error


def _at(name: str, node: Node, path: KeyPath, message: str) -> Problem:
    return Problem(name, dotted(path), message, node.start_mark.line + 1)
