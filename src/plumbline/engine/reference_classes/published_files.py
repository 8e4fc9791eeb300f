"""Published classes from their files: bytes in, classes by name out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import yaml

from plumbline.engine.reference_classes.model import Certainty, ReferenceClass, Subject
from plumbline.engine.reference_classes.published import BaseRates, OptimismBias, UpliftTable

Published = tuple[str, ReferenceClass]


class UnreadableClasses(ValueError):
    """A file of published figures is not what it should be; the message names file and class."""


def load_published(files: Mapping[str, bytes]) -> dict[str, ReferenceClass]:
    """By name, ``file/class/subject``, in order. Raises ``UnreadableClasses``."""
    found: dict[str, ReferenceClass] = {}
    for name in sorted(files):
        content = yaml.safe_load(files[name])
        kind = content.get("kind") if isinstance(content, dict) else None
        if kind not in _KINDS:
            raise UnreadableClasses(f"{name}: the kind is {kind!r}; it is one of: {', '.join(_KINDS)}")
        for key, told in content["classes"].items():
            try:
                made = list(_KINDS[kind](content, told))
            except (KeyError, TypeError, ValueError) as problem:
                raise UnreadableClasses(f"{name}: {key}: {problem}") from problem
            for each in made:
                found[f"{name.removesuffix('.yaml')}/{key}/{each.subject}"] = each
    return found


def _uplift_tables(content: dict[str, Any], told: dict[str, Any]) -> Iterator[ReferenceClass]:
    points = tuple((chance / 100, uplift / 100) for chance, uplift in told["uplifts"].items())
    checked = frozenset(each / 100 for each in told["checked"])
    yield UpliftTable(subject=Subject(content["of"]), points=points, checked=checked, **_told(content, told))


def _optimism_biases(content: dict[str, Any], told: dict[str, Any]) -> Iterator[ReferenceClass]:
    certainty = Certainty.SECONDARY if content["secondary"] else Certainty.CHECKED
    for subject in (each for each in Subject if each.value in told):
        upper, lower = (each / 100 for each in told[subject.value])
        yield OptimismBias(subject=subject, upper=upper, lower=lower, certainty=certainty, **_told(content, told))


def _base_rates(content: dict[str, Any], told: dict[str, Any]) -> Iterator[ReferenceClass]:
    mean, in_tail, mean_of_tail = (each / 100 for each in told["figures"])
    yield BaseRates(
        subject=Subject(content["of"]),
        mean=mean,
        in_tail=in_tail,
        mean_of_tail=mean_of_tail,
        tail=content["tail"] / 100,
        certainty=Certainty.CHECKED if content["checked"] else Certainty.UNCHECKED,
        **_told(content, told),
    )


def _told(content: dict[str, Any], told: dict[str, Any]) -> dict[str, Any]:
    return {"title": told["title"], "source": content["source"], "prices": content["prices"]}


_KINDS: dict[str, Callable[[dict[str, Any], dict[str, Any]], Iterator[ReferenceClass]]] = {
    "uplifts": _uplift_tables,
    "optimism bias": _optimism_biases,
    "base rates": _base_rates,
}
