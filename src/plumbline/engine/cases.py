"""Example plans that a standard keeps beside itself, with what it is to say about them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time
from typing import Annotated, Literal

from pydantic import Field, ValidationError, field_validator

from plumbline.engine.assess import assess
from plumbline.engine.assessment.records import Assessment, Status
from plumbline.engine.facts import PlanFacts, ProjectFacts
from plumbline.engine.readers import UnreadableSchedule, read
from plumbline.engine.rules.rule import Outcome
from plumbline.engine.schedule import Schedule
from plumbline.engine.standard.explain import did_you_mean, explain
from plumbline.engine.standard.layers import CASES_FOLDER
from plumbline.engine.standard.problem import InvalidStandard, Problem
from plumbline.engine.standard.records import Line, Name, Record
from plumbline.engine.standard.schema import Standard
from plumbline.engine.standard.yaml_file import YamlFile, read_yaml

MAX_CASES = 200

Table = Annotated[str, Field(min_length=1, max_length=200_000)]
_Outcome = Literal["pass", "fail", "not assessable"]
_Status = Literal["green", "amber", "red", "unknown"]


class Expected(Record):
    """What is to come out; what is left out may be anything. ``offenders`` are ids of activities, by rule."""

    rules: Annotated[dict[Name, _Outcome], Field(max_length=500)] = {}
    offenders: Annotated[dict[Name, Annotated[tuple[Line, ...], Field(strict=False)]], Field(max_length=500)] = {}
    dimensions: Annotated[dict[Name, _Status], Field(max_length=20)] = {}
    overall: _Status | None = None


class CaseFile(Record):
    """cases/<name>.yaml. ``plan`` and ``previous`` are tables as a CSV file would hold them."""

    title: Line
    plan: Table
    previous: Table | None = None
    as_of: str | None = None
    expect: Expected

    @field_validator("as_of")
    @classmethod
    def _is_a_day(cls, value: str | None) -> str | None:
        if value is not None:
            datetime.strptime(value, "%Y-%m-%d")
        return value


@dataclass(frozen=True, slots=True)
class Case:
    """An example by name: the facts of a project, and what the standard is to say about them."""

    name: str
    title: str
    facts: ProjectFacts
    expected: Expected


def cases_of(files: Mapping[str, bytes]) -> tuple[Case, ...]:
    """The examples among the files of a standard, by name; those of the standard it is based on are not among them.

    Raises ``InvalidStandard`` with every case that cannot be read.
    """
    names = sorted(each for each in files if each.startswith(CASES_FOLDER) and each.endswith(".yaml"))
    problems: list[Problem] = []
    if len(names) > MAX_CASES:
        problems.append(Problem(CASES_FOLDER, "", f"there are {len(names):,} cases; {MAX_CASES:,} are allowed"))
    found = []
    for name in names[:MAX_CASES]:
        try:
            found.append(_case(name, read_yaml(name, files[name])))
        except InvalidStandard as error:
            problems += error.problems
    if problems:
        raise InvalidStandard(*problems)
    return tuple(found)


def judge_case(case: Case, standard: Standard) -> tuple[str, ...]:
    """In what the standard says otherwise than the case expects, one sentence each; nothing where it holds."""
    return tuple(_differences(case.expected, assess(case.facts, standard), standard))


def _case(name: str, file: YamlFile) -> Case:
    try:
        case = CaseFile.model_validate(file.data)
    except ValidationError as error:
        raise InvalidStandard(*explain(error, CaseFile, file)) from error
    plan = _plan(file, "plan", case.plan)
    previous = _plan(file, "previous", case.previous) if case.previous else None
    day = datetime.combine(datetime.strptime(case.as_of, "%Y-%m-%d"), time()) if case.as_of else None
    facts = ProjectFacts(
        as_of=day or plan.data_date or plan.start,
        plan=PlanFacts(plan),
        previous_plan=PlanFacts(previous) if previous else None,
    )
    return Case(name.removeprefix(CASES_FOLDER).removesuffix(".yaml"), case.title, facts, case.expect)


def _plan(file: YamlFile, key: str, table: str) -> Schedule:
    try:
        return read(table.encode(), f"{key}.csv").schedules[0]
    except UnreadableSchedule as error:
        raise InvalidStandard(*(file.problem((key,), str(each)) for each in error.problems)) from error


def _differences(expected: Expected, found: Assessment, standard: Standard) -> Iterator[str]:
    results = {each.rule: each for each in found.results}
    for name, outcome in expected.rules.items():
        if name not in results:
            yield f"the standard applies no rule {name!r}{did_you_mean(name, results)}"
        elif results[name].outcome != Outcome(outcome):
            yield f"{name}: {outcome} is expected, but it is {results[name].outcome}. {results[name].sentence}"
    for name, ids in expected.offenders.items():
        offending = [each.id for each in results[name].offenders] if name in results else []
        if sorted(offending) != sorted(ids):
            yield f"{name}: {_listed(ids)} {_are(ids)} expected to offend, but it is {_listed(offending)}"
    dimensions = {each.dimension: each for each in found.dimensions}
    for name, status in expected.dimensions.items():
        if name not in dimensions:
            yield f"the standard has no dimension {name!r}{did_you_mean(name, standard.dimensions)}"
        elif dimensions[name].status != Status(status):
            reasons = " ".join(dimensions[name].reasons)
            yield f"{name}: {status} is expected, but it is {dimensions[name].status}. {reasons}"
    if expected.overall is not None and found.overall.status != Status(expected.overall):
        yield f"overall: {expected.overall} is expected, but it is {found.overall.status}. {found.overall.reason}"


def _listed(ids: tuple[str, ...] | list[str]) -> str:
    return ", ".join(sorted(ids)) or "nothing"


def _are(ids: tuple[str, ...]) -> str:
    return "are" if len(ids) > 1 else "is"
