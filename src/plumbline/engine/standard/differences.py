"""What changed from one version of a standard to the next, in plain words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from plumbline.engine.rules.rule import LimitKind
from plumbline.engine.standard.acceptance import AcceptanceFile
from plumbline.engine.standard.schema import DimensionHealth, RuleChoice, Standard
from plumbline.engine.standard.vocabulary import Vocabulary, catalogued

Path = tuple[str, ...]

_ONE = {
    "dimensions": "Dimension",
    "rules": "Rule",
    "custom": "Own rule",
    "health": "Health of",
    "roles": "Role",
    "areas": "Area of competence",
    "competencies": "Competency",
    "phases": "Phase",
    "gates": "Gate",
    "artefacts": "Artefact",
    "duties": "Duty",
    "classes": "Size class",
    "may_change": "Freedom",
    "screening": "Screening question",
    "criteria": "Criterion",
    "voices": "Voice",
    "ready": "Point of ready",
    "done": "Point of done",
    "cadences": "Cadence",
    "words": "Word",
    "guidance": "Guidance on",
    "templates": "Template of",
}
_WHOLE = ("title", "summary", "owner", "control", "confidence_scale", "target", "acceptance", "based_on")


@dataclass(frozen=True, slots=True)
class Difference:
    """One change. ``section`` is the group of keys, ``name`` the entry in it, ``sentence`` says it to a reader.

    ``direction`` is ``stricter`` or ``looser`` where a limit moved, else empty.
    ``key`` is that of the files, with dots; what is new has none.
    """

    section: str
    name: str
    sentence: str
    direction: str = ""
    key: str = ""


def differences(before: Standard, after: Standard, vocabulary: Vocabulary | None = None) -> tuple[Difference, ...]:
    """All changes, section by section; none where the two say the same. Versions and hashes do not count."""
    known = vocabulary or catalogued()
    return (
        *_of_the_whole(before, after),
        *(
            difference
            for section in _ONE
            for difference in _of_section(section, _entries(before, section), _entries(after, section), after, known)
        ),
    )


def _of_the_whole(before: Standard, after: Standard) -> Iterator[Difference]:
    for key in _WHOLE:
        for path, was, now in _changes((key,), _plain(getattr(before, key)), _plain(getattr(after, key))):
            yield Difference("standard", key, f"{_capital(_words(path))} {_moved(was, now)}.", key=".".join(path))


def _entries(standard: Standard, section: str) -> dict[str, Any]:
    found = getattr(standard, section)
    if section == "cadences":
        found = {name: getattr(found, name) for name in type(found).model_fields if getattr(found, name) is not None}
    return dict(found)


def _of_section(
    section: str, before: Mapping[str, Any], after: Mapping[str, Any], standard: Standard, vocabulary: Vocabulary
) -> Iterator[Difference]:
    for name in [*before, *(each for each in after if each not in before)]:
        title = _title(section, name, after.get(name, before.get(name)), standard, vocabulary)
        called = f"{_ONE[section]} “{title}”"
        if name not in before:
            yield Difference(section, name, f"{called} is new.")
        elif name not in after:
            yield Difference(section, name, f"{called} is gone.", key=f"{section}.{name}")
        elif section in ("guidance", "templates"):
            if before[name] != after[name]:
                yield Difference(section, name, f"{called} was rewritten.")
        else:
            one, other = (_with_defaults(name, each, vocabulary) for each in (before[name], after[name]))
            for path, was, now in _changes((), one, other):
                direction = _direction(name, was, now, vocabulary) if (section, path) == ("rules", ("limit",)) else ""
                said = f"{called}: {_words(path)} {_moved(was, now)}" if path else f"{called} {_moved(was, now)}"
                sentence = f"{said}, which is {direction}." if direction else f"{said}."
                yield Difference(section, name, sentence, direction, ".".join((section, name, *path)))


def _title(section: str, name: str, entry: Any, standard: Standard, vocabulary: Vocabulary) -> str:
    if section in ("rules", "guidance") and name in vocabulary.rules:
        return vocabulary.rules[name].title
    if section == "templates" and name in standard.artefacts:
        return standard.artefacts[name].title
    if section == "health" and name in standard.dimensions:
        return standard.dimensions[name].title
    return str(getattr(entry, "title", getattr(entry, "question", name.replace("_", " "))))


def _with_defaults(name: str, entry: Any, vocabulary: Vocabulary) -> Any:
    """An entry as plain data; a rule with the limit and severity in force, said by the standard or not."""
    plain = _plain(entry)
    if isinstance(entry, RuleChoice) and name in vocabulary.rules:
        settings = entry.settings(vocabulary.rules[name])
        plain |= {"limit": settings.limit, "severity": str(settings.severity)}
    return plain


def _plain(value: Any) -> Any:
    """Plain data; indicators of health by their name, so that a changed one is compared with what it was."""
    if isinstance(value, DimensionHealth):
        named = {each.name: each.model_dump(mode="json", exclude={"rule", "metric"}) for each in value.indicators}
        return value.model_dump(mode="json") | {"indicators": named}
    if isinstance(value, AcceptanceFile):  # what else it says is compared entry by entry
        return {"why": value.why}
    if isinstance(value, tuple):
        return list(value)
    return value.model_dump(mode="json") if hasattr(value, "model_dump") else value


def _changes(path: Path, was: Any, now: Any) -> Iterator[tuple[Path, Any, Any]]:
    if isinstance(was, dict) and isinstance(now, dict):
        for key in [*was, *(each for each in now if each not in was)]:
            yield from _changes((*path, str(key)), was.get(key), now.get(key))
    elif was != now:
        yield path, was, now


def _words(path: Path) -> str:
    return ", ".join(each.replace("_", " ") for each in path)


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _moved(was: Any, now: Any) -> str:
    if was is None or was == {}:
        return f"is now {_said(now)}"
    if now is None or now == {}:
        return f"was {_said(was)} and is left out"
    if len(_said(was)) + len(_said(now)) > 160:
        return "was reworded" if isinstance(now, str) else "changed"
    return f"was {_said(was)}, is {_said(now)}"


def _said(value: Any) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, float):
        return f"{value:g}"
    if isinstance(value, list):
        return ", ".join(map(_said, value)) or "nothing"
    if isinstance(value, dict):
        return ", ".join(f"{key.replace('_', ' ')} {_said(each)}" for key, each in value.items() if each is not None)
    return str(value)


def _direction(name: str, was: float | None, now: float | None, vocabulary: Vocabulary) -> str:
    if was is None or now is None or name not in vocabulary.rules:
        return ""
    at_least = vocabulary.rules[name].limit_kind in (LimitKind.AT_LEAST_PERCENT, LimitKind.AT_LEAST_RATIO)
    return "stricter" if (now > was) == at_least else "looser"
