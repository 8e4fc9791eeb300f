"""pydantic's errors in the words of someone who writes a standard."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from pydantic import BaseModel, ValidationError

from plumbline.engine.standard.problem import Problem
from plumbline.engine.standard.yaml_file import KeyPath, YamlFile

_FIXED_MESSAGES = {
    "missing": "this key is missing",
    "string_type": "a text is expected (put it in quotes if it looks like a number or a date)",
    "int_type": "a whole number is expected",
    "float_type": "a number is expected",
    "finite_number": "a finite number is expected",
    "bool_type": "true or false is expected",
    "dict_type": "a group of keys is expected here",
    "model_type": "a group of keys is expected here",
    "tuple_type": "a list is expected here",
    "too_short": "there must be at least one entry here",
    "string_too_short": "the text must not be empty",
}
_KEY_MARK = "[key]"


def explain(error: ValidationError, model: type[BaseModel], file: YamlFile) -> list[Problem]:
    """One problem for each place pydantic complains about, with its line."""
    found: dict[tuple[KeyPath, str], Problem] = {}
    errors = error.errors(include_url=False)
    inside = {each["loc"][:-1] for each in errors}
    for each in errors:
        if each["type"] == "too_short" and each["loc"] in inside:
            continue
        path = path_of(each["loc"], file)
        message = _message(each, model)
        found.setdefault((path, message), file.problem(path, message))
    return list(found.values())


def path_of(loc: tuple[str | int, ...], file: YamlFile) -> KeyPath:
    """The part of pydantic's location that exists in the file, and the missing or unknown key after it."""
    path: KeyPath = ()
    for part in loc:
        if part == _KEY_MARK or (path in file.lines and not _is_collection(file.data, path)):
            break
        path = (*path, part)
    return path


def did_you_mean(word: str, known: Iterable[str]) -> str:
    close = get_close_matches(word, list(known), n=1)
    return f"; did you mean {close[0]!r}?" if close else ""


def _is_collection(data: Any, path: KeyPath) -> bool:
    for part in path:
        data = data[part]
    return isinstance(data, dict | list)


def _message(error: Any, model: type[BaseModel]) -> str:
    kind, context = error["type"], error.get("ctx", {})
    if kind == "extra_forbidden":
        return f"this key is not known here{did_you_mean(str(error['loc'][-1]), _known_keys(model))}"
    if kind == "value_error":
        return str(context["error"])
    if kind == "string_pattern_mismatch":
        return f"{str(error['input'])[:60]!r} does not have the expected form {context['pattern']}"
    return _FIXED_MESSAGES.get(kind, str(error["msg"]))


def _known_keys(model: type[BaseModel]) -> set[str]:
    schema = model.model_json_schema()
    parts = [schema, *schema.get("$defs", {}).values()]
    return {key for part in parts for key in part.get("properties", {})}
