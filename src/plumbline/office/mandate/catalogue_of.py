"""What offices have in common, from the files of the folder ``catalogue``: challenges, types, usual parts."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

from plumbline.engine.metrics.metric import Better
from plumbline.engine.practice.found import practice_metrics
from plumbline.engine.practice.practice_metric import PracticeMetric


@dataclass(frozen=True, slots=True)
class CommonChallenge:
    """``metric`` is the name of the practice metric it is measured by, or empty; ``services`` are catalogue keys."""

    key: str
    title: str
    why: str
    metric: str
    services: tuple[str, ...]

    @property
    def better(self) -> Better | None:
        found = metric_of(self.metric)
        return found.better if found else None


@dataclass(frozen=True, slots=True)
class OfficeType:
    """One way of being an office, and what follows from it."""

    key: str
    title: str
    means: str
    gains: str
    costs: str


@dataclass(frozen=True, slots=True)
class UsualAuthority:
    """``control`` are the kinds of office that commonly have it."""

    kind: str
    what: str
    control: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class UsualResponsibility:
    title: str
    detail: str


@dataclass(frozen=True, slots=True)
class UsualPost:
    """``competencies``: title to the level that is wanted, 1 to 5."""

    title: str
    does: str
    competencies: dict[str, int] = field(default_factory=dict)


@cache
def challenges() -> dict[str, CommonChallenge]:
    return {
        key: CommonChallenge(key, each["title"], each["why"], each["metric"], tuple(each["services"]))
        for key, each in _read("challenges").items()
    }


@cache
def types_of(what: str) -> dict[str, OfficeType]:
    """``what``: "control" or "reach"."""
    return {key: OfficeType(key, **each) for key, each in _read("types")[what].items()}


@cache
def authorities() -> tuple[UsualAuthority, ...]:
    return tuple(UsualAuthority(e["kind"], e["what"], tuple(e["control"])) for e in _read("proposals")["authorities"])


def usual_of(control: str) -> list[UsualAuthority]:
    """What an office that controls so much commonly may."""
    return [each for each in authorities() if control in each.control]


@cache
def responsibilities() -> tuple[UsualResponsibility, ...]:
    return tuple(UsualResponsibility(**each) for each in _read("proposals")["responsibilities"])


@cache
def posts() -> tuple[UsualPost, ...]:
    return tuple(UsualPost(**each) for each in _read("proposals")["posts"])


@cache
def metrics() -> dict[str, PracticeMetric]:
    return {each.name: each.metric for each in practice_metrics()}


def metric_of(name: str) -> PracticeMetric | None:
    return metrics().get(name)


@cache
def _read(name: str) -> dict[str, Any]:
    found = yaml.safe_load((files(__package__) / "catalogue" / f"{name}.yaml").read_text("utf-8"))
    assert isinstance(found, dict)
    return found
