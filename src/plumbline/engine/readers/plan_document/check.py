"""Holds a document against its schema. Only what the schema of the plan document uses is understood."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from plumbline.engine.readers.limits import check_count, is_plausible
from plumbline.engine.readers.plan_document.schema import DAY, LOCAL_INSTANT, Json

Check = Callable[[Any], None]

_KINDS: Mapping[str, tuple[tuple[type, ...], str]] = {
    "object": ((dict,), "an object in braces"),
    "array": ((list,), "a list"),
    "string": ((str,), "a text"),
    "boolean": ((bool,), "true or false"),
    "integer": ((int,), "a whole number"),
    "number": ((int, float), "a number"),
    "null": ((type(None),), "null"),
}


class Misfit(Exception):
    """A value that is not as the schema says. ``place`` runs from the outside in."""

    def __init__(self, message: str) -> None:
        super().__init__(message)
        self.place: list[str] = []

    def within(self, place: str) -> Misfit:
        self.place.insert(0, place)
        return self


class Checks:
    """Checks of every part of a schema, each made once: a plan has a hundred thousand of some."""

    def __init__(self, schema: Json) -> None:
        self._definitions = schema.get("$defs", {})
        self._made: dict[str, Check] = {}
        self.whole = self._of(schema)

    def _of(self, schema: Json) -> Check:
        if "$ref" in schema:
            return self._referred(schema["$ref"].rpartition("/")[2])
        if "anyOf" in schema:
            content = self._of(schema["anyOf"][0])
            return lambda value: None if value is None else content(value)
        if "const" in schema or "enum" in schema:
            return _one_of(schema.get("enum") or [schema["const"]])
        checks = [_kind(schema["type"])]
        if "properties" in schema:
            checks.append(self._fields(schema))
        if "items" in schema:
            checks.append(self._items(schema))
        if "maximum" in schema:
            checks.append(_range(schema["minimum"], schema["maximum"]))
        if "maxLength" in schema:
            checks.append(_length(schema["maxLength"]))
        if "pattern" in schema:
            checks.append(_pattern(schema["pattern"], schema["format"]))
        return _all(checks)

    def _referred(self, name: str) -> Check:
        def check(value: Any) -> None:
            if name not in self._made:
                self._made[name] = self._of(self._definitions[name])
            self._made[name](value)

        return check

    def _fields(self, schema: Json) -> Check:
        checks = {name: self._of(each) for name, each in schema["properties"].items()}
        required = schema["required"]

        def check(value: Any) -> None:
            for name in required:
                if name not in value:
                    raise Misfit(f"the field '{name}' is missing")
            for name, content in value.items():
                if name not in checks:
                    raise Misfit(f"there is no field '{name[:40]}' in this version of the format")
                try:
                    checks[name](content)
                except Misfit as misfit:
                    raise misfit.within(name) from None

        return check

    def _items(self, schema: Json) -> Check:
        fixed = [self._of(each) for each in schema.get("prefixItems", ())]
        each_check = self._of(schema["items"]) if schema["items"] else None
        least, most = schema.get("minItems", 0), schema.get("maxItems")

        def check(value: Any) -> None:
            if most is not None and most > 7:
                check_count("entries in one list", len(value), most)
            if len(value) < least or len(value) > (most or len(value)) or (fixed and len(value) != len(fixed)):
                raise Misfit(f"the list has {len(value):,} entries, not {len(fixed) or least} or more")
            for number, content in enumerate(value):
                try:
                    (fixed[number] if fixed else each_check or _nothing)(content)
                except Misfit as misfit:
                    raise misfit.within(_entry(number, content)) from None

        return check


def _all(checks: list[Check]) -> Check:
    def check(value: Any) -> None:
        for each in checks:
            each(value)

    return check


def _nothing(value: Any) -> None: ...


def _entry(number: int, content: Any) -> str:
    """For example: entry 12 'A1020'."""
    names = content if isinstance(content, dict) else {}
    title = next((str(names[key]) for key in ("id", "name", "uid") if names.get(key)), "")
    return f"entry {number + 1}" + (f" '{title[:40]}'" if title else "")


def _kind(name: str | list[str]) -> Check:
    names = [name] if isinstance(name, str) else name
    allowed = tuple(kind for each in names for kind in _KINDS[each][0])
    wanted = " or ".join(_KINDS[each][1] for each in names)

    def check(value: Any) -> None:
        if not isinstance(value, allowed) or (isinstance(value, bool) and bool not in allowed):
            raise Misfit(f"{_shown(value)} is not {wanted}")

    return check


def _one_of(values: list[Any]) -> Check:
    wanted = ", ".join(map(_shown, values))

    def check(value: Any) -> None:
        if isinstance(value, bool | list | dict) or value not in values:
            raise Misfit(f"{_shown(value)} is not one of: {wanted}")

    return check


def _range(least: float, most: float) -> Check:
    def check(value: Any) -> None:
        if not least <= value <= most:
            raise Misfit(f"{_shown(value)} is not between {least:,} and {most:,}")

    return check


def _length(most: int) -> Check:
    def check(value: Any) -> None:
        if isinstance(value, str) and (len(value) > most or "\0" in value):
            raise Misfit(f"the text is longer than {most:,} characters, or holds a NUL")

    return check


def _pattern(pattern: str, kind: str) -> Check:
    fits = re.compile(pattern, re.ASCII)
    parse, example = {
        LOCAL_INSTANT: (datetime.fromisoformat, "a date and time to the minute such as 2026-03-02T08:00:00"),
        DAY: (lambda text: datetime.combine(date.fromisoformat(text), datetime.min.time()), "a day such as 2026-03-02"),
    }[kind]

    def check(value: Any) -> None:
        try:
            moment = parse(value) if fits.fullmatch(value) else None
        except ValueError:
            moment = None
        if moment is None:
            raise Misfit(f"{_shown(value)} is not {example}")
        if not is_plausible(moment):
            raise Misfit(f"the year {moment.year} cannot be right")

    return check


def _shown(value: Any) -> str:
    return f"'{str(value)[:40]}'"
