"""What a freedom lets be changed, place by place, with what stands there now."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal

from plumbline.engine import catalogue
from plumbline.engine.rules.rule import Severity
from plumbline.engine.standard.control import Consequence, Degree
from plumbline.engine.standard.schema import Standard
from plumbline.engine.standard.tailored import Value, matches
from plumbline.engine.standard.tailoring import Freedom

Kind = Literal["number", "yes or no", "text", "list", "leave out"]
_CHOICES = {"severity": Severity, "degree": Degree, "failures": Consequence}
_ROLES = ("assesses", "decides")
_NUMBERS = ("review_days",)


@dataclass(frozen=True, slots=True)
class Place:
    """``now`` is what stands there; ``choices`` what may stand there, where these are few."""

    key: str
    title: str
    now: Value
    kind: Kind
    choices: tuple[str, ...] = ()

    @property
    def now_words(self) -> str:
        return words_of(self.now)

    @property
    def label(self) -> str:
        return f"{self.title} (now {self.now_words})" if self.now_words else self.title

    def read(self, text: str) -> Value:
        """The value that somebody typed. Raises ``ValueError`` with a sentence that says what is wanted."""
        text = text.strip()
        if self.kind == "leave out":
            return None
        if self.kind == "number":
            return _number(text)
        if self.kind == "yes or no":
            if text.lower() not in ("yes", "no"):
                raise ValueError("Say yes or no.")
            return text.lower() == "yes"
        if self.choices and text not in self.choices:
            raise ValueError(f"It is one of: {', '.join(self.choices)}.")
        if self.kind == "list":
            return [each.strip() for each in text.split(",") if each.strip()]
        if not text:
            raise ValueError("Say what is to stand there instead.")
        return text


def words_of(value: Value) -> str:
    """As a person would write it, and as ``Place.read`` reads it; nothing for nothing."""
    if value is None or isinstance(value, str):
        return value or ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    return f"{value:g}" if isinstance(value, int | float) else ", ".join(value)


def places(standard: Standard, freedom: Freedom) -> list[Place]:
    """Every key of the standard that the freedom means, in the order of the standard."""
    found = []
    for path, value in _walk(_shown(standard), ()):
        key = ".".join(path)
        if any(matches(key, each) for each in freedom.keys):
            found.append(
                Place(key, _title(standard, path), _now(value), _kind(path[-1], value), _choices(standard, path))
            )
    return found


def _number(text: str) -> int | float:
    try:
        number = float(text)
    except ValueError:
        raise ValueError("Give a number.") from None
    return int(number) if number.is_integer() else number


def _shown(standard: Standard) -> dict[str, Any]:
    """The standard as nested names, with what holds where its files are silent."""
    data = standard.model_dump(mode="json")
    shown = {group: data[group] for group in ("custom", "roles", "artefacts", "duties", "phases", "gates", "words")}
    shown |= {group: (data["acceptance"] or {}).get(group, {}) for group in ("voices", "ready", "done")}
    shown["rules"] = {
        each.name: {
            "limit": settings.limit,
            "severity": settings.severity.value,
            "parameters": dict(settings.parameters),
        }
        for each in catalogue.rules()
        if each.name in standard.rules and (settings := standard.settings_for(each.name, each.rule))
    }
    shown["cadences"] = {name: each for name, each in data["cadences"].items() if each}
    shown["control"] = {
        "degree": standard.control.degree.value,
        "failures": {each.value: standard.control.consequence(each).value for each in Severity},
    }
    return shown


def _walk(data: dict[str, Any], above: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any]]:
    for name, value in data.items():
        path = (*above, name)
        if value is None and path[-1] in ("rule", "artefact", "limit", "check"):
            continue
        yield path, value
        if isinstance(value, dict):
            yield from _walk(value, path)


def _now(value: Any) -> Value:
    return None if isinstance(value, dict) else value


def _kind(name: str, value: Any) -> Kind:
    if isinstance(value, dict):
        return "leave out"
    if name in _NUMBERS:
        return "number"
    if isinstance(value, bool):
        return "yes or no"
    if isinstance(value, int | float):
        return "number"
    return "list" if isinstance(value, list | tuple) else "text"


def _choices(standard: Standard, path: tuple[str, ...]) -> tuple[str, ...]:
    if path[-1] in _ROLES:
        return tuple(standard.roles)
    for word, choices in _CHOICES.items():
        if path[-1] == word or (len(path) > 1 and path[-2] == word):
            return tuple(each.value for each in choices)
    return ()


def _title(standard: Standard, path: tuple[str, ...]) -> str:
    """“High float: limit”; a group without titles is told by its names."""
    group, *rest = path
    found: list[str] = []
    if rest:
        found.append(_called(standard, group, rest[0]))
    if group == "gates" and len(rest) > 2 and rest[1] == "questions":
        found.append(standard.gates[rest[0]].questions[rest[2]].ask)
        rest = rest[2:]
    words = [each.replace("_", " ") for each in rest[1:] if each not in ("parameters", "questions")]
    if "raci" in words:
        words.remove("raci")
        words = [standard.roles[rest[-1]].title if rest[-1] in standard.roles else each for each in words]
    return ": ".join([*found, ", ".join(words)] if words else found)


def _called(standard: Standard, group: str, name: str) -> str:
    if group == "rules":
        return next(each.rule.title for each in catalogue.rules() if each.name == name)
    if group in ("ready", "done"):
        points = standard.ready if group == "ready" else standard.done
        return f"{group.capitalize()}: {points[name].question}"
    things: dict[str, Any] = getattr(standard, group) if group not in ("cadences", "control", "words", "voices") else {}
    return things[name].title if name in things else name.replace("_", " ").capitalize()
