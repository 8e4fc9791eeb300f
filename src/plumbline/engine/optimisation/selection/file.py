"""Candidates and limits as a file: YAML or JSON, or a table with one candidate a row."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from plumbline.engine.optimisation.selection.problem import MOST_PERIODS, Bucket, Candidate, Group, Problem
from plumbline.engine.optimisation.selection.table import read_table
from plumbline.engine.optimisation.selection.unreadable import UnreadableSelection

MAX_BYTES = 5_000_000
_SHOWN = 20
_Loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)

Name = Annotated[str, Field(min_length=1, max_length=200, coerce_numbers_to_str=True)]
Amount = Annotated[Decimal, Field(allow_inf_nan=False)]
Share = Annotated[Decimal, Field(ge=0, le=1)]
ByPeriod = Amount | Annotated[list[Amount | None], Field(max_length=MOST_PERIODS)]


class _Entry(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class CandidateEntry(_Entry):
    """A single number as ``cost`` or of a role falls in its first period. Periods count from 1."""

    name: Name
    title: Annotated[str, Field(max_length=200)] = ""
    value: Amount
    cost: ByPeriod = Field(default_factory=list)
    roles: dict[Name, ByPeriod] = Field(default_factory=dict)
    needs: list[Name] = Field(default_factory=list)
    bucket: Annotated[str, Field(max_length=200)] = ""
    must: bool = False
    earliest: Annotated[int, Field(ge=1, le=MOST_PERIODS)] = 1
    latest: Annotated[int, Field(ge=1, le=MOST_PERIODS)] | None = None
    loss_per_period: Amount = Decimal(0)


class GroupEntry(_Entry):
    name: Name
    members: Annotated[list[Name], Field(min_length=1)]
    least: Annotated[int, Field(ge=0)] = 0
    most: Annotated[int, Field(ge=0)] | None = None


class BucketEntry(_Entry):
    least: Share = Decimal(0)
    most: Share = Decimal(1)


class FileEntry(_Entry):
    """``periods`` are their names, or how many. A single budget or capacity is that of each period."""

    title: Annotated[str, Field(max_length=200)] = ""
    periods: Annotated[int, Field(ge=1, le=MOST_PERIODS)] | Annotated[list[Name], Field(min_length=1)] = 1
    budget: ByPeriod | None = None
    total_budget: Amount | None = None
    capacity: dict[Name, ByPeriod] = Field(default_factory=dict)
    buckets: dict[Name, BucketEntry] = Field(default_factory=dict)
    exclusions: list[Annotated[list[Name], Field(min_length=2)]] = Field(default_factory=list)
    mandatory: list[Name] = Field(default_factory=list)
    groups: list[GroupEntry] = Field(default_factory=list)
    candidates: Annotated[list[CandidateEntry], Field(min_length=1)]


@dataclass(frozen=True, slots=True)
class SelectionFile:
    problem: Problem
    title: str
    periods: tuple[str, ...]
    titles: Mapping[str, str]


def read_selection(content: bytes, name: str) -> SelectionFile:
    """A file whose ``name`` ends in .csv is a table, one that ends in .json is JSON, any other is YAML.

    Raises ``UnreadableSelection`` with a sentence for each thing that is wrong, and its place.
    """
    if len(content) > MAX_BYTES:
        raise UnreadableSelection(f"the file has {len(content):,} bytes; {MAX_BYTES:,} are allowed")
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise UnreadableSelection("the text is not UTF-8") from error
    try:
        return _understood(FileEntry.model_validate(_data(text, name)))
    except ValidationError as error:
        faults = [f"{_place(each['loc'])}: {each['msg']}" for each in error.errors()[:_SHOWN]]
        raise UnreadableSelection(*faults) from error
    except ValueError as error:
        raise UnreadableSelection(str(error)) from error


def _data(text: str, name: str) -> Any:
    if name.lower().endswith(".csv"):
        return read_table(text)
    try:
        if name.lower().endswith(".json"):
            return json.loads(text, parse_float=Decimal)
        if any(isinstance(each, yaml.AliasEvent) for each in yaml.parse(text, Loader=_Loader)):
            raise UnreadableSelection("anchors and aliases (& and *) are not read; write each value where it is used")
        return yaml.load(text, Loader=_Loader)  # a safe loader, whichever of the two it is
    except (json.JSONDecodeError, yaml.YAMLError, RecursionError) as error:
        raise UnreadableSelection(f"the file cannot be understood: {' '.join(str(error).split())}") from error


def _understood(file: FileEntry) -> SelectionFile:
    periods = (
        tuple(file.periods)
        if isinstance(file.periods, list)
        else tuple(str(number) for number in range(1, file.periods + 1))
    )
    count = len(periods)
    groups = [
        *(Group(f"at most one of {', '.join(each)}", tuple(each), 0, 1) for each in file.exclusions),
        *(Group(each.name, tuple(each.members), each.least, each.most) for each in file.groups),
    ]
    mandatory = set(file.mandatory)
    if strange := mandatory - {each.name for each in file.candidates}:
        raise UnreadableSelection(f"mandatory: {min(strange)!r} is not a candidate")
    problem = Problem(
        tuple(_candidate(each, mandatory) for each in file.candidates),
        count,
        _each_period(file.budget, count),
        file.total_budget,
        {role: _each_period(each, count) for role, each in file.capacity.items()},
        tuple(groups),
        {name: Bucket(each.least, each.most) for name, each in file.buckets.items()},
    )
    titles = {each.name: each.title or each.name for each in file.candidates}
    return SelectionFile(problem, file.title, periods, titles)


def _candidate(entry: CandidateEntry, mandatory: set[str]) -> Candidate:
    return Candidate(
        entry.name,
        entry.value,
        _from_start(entry.cost),
        {role: _from_start(each) for role, each in entry.roles.items()},
        tuple(entry.needs),
        entry.bucket,
        entry.must or entry.name in mandatory,
        entry.earliest - 1,
        (entry.latest or entry.earliest) - 1,
        entry.loss_per_period,
    )


def _from_start(amounts: ByPeriod) -> tuple[Decimal, ...]:
    return tuple(each or Decimal(0) for each in amounts) if isinstance(amounts, list) else (amounts,)


def _each_period(amounts: ByPeriod | None, count: int) -> tuple[Decimal | None, ...]:
    if amounts is None:
        return ()
    return tuple(amounts) if isinstance(amounts, list) else (amounts,) * count


def _place(path: tuple[str | int, ...]) -> str:
    """``("candidates", 0, "value")`` as ``candidates[1].value``: people count from 1."""
    text = ""
    for part in path:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else part
    return text or "the file"
