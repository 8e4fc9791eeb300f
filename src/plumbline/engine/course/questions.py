"""The kinds of question a lesson may ask.

Some are answered with words and numbers. *Find* and *mend* show a small plan, and the engine itself says whether the
learner's answer is right: by running the rule, not by comparing texts.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from plumbline.engine.standard.records import Line, Name, Number, Record

Said = Annotated[str, Field(min_length=1, max_length=1000)]
PlanTable = Annotated[str, Field(min_length=1, max_length=20_000)]
Cells = Annotated[dict[Name | Literal["%"], Annotated[str, Field(max_length=200)]], Field(min_length=1, max_length=8)]

EDITABLE = (
    "name", "type", "duration", "remaining", "start", "finish", "predecessors", "percent", "actual_start",
    "actual_finish", "baseline_start", "baseline_finish", "constraint", "constraint_date", "deadline", "owner", "level",
)  # fmt: skip
"""Columns of a plan that a mending question may leave to the learner."""


class Choice(Record):
    """One of the answers to choose from. ``why_not`` is said to whoever took a wrong one."""

    text: Said
    right: bool = False
    why_not: Said | None = None


class _Asked(Record):
    ask: Said
    explain: Said


class Single(_Asked):
    """Exactly one choice is right."""

    kind: Literal["single"]
    choices: Annotated[tuple[Choice, ...], Field(min_length=3, max_length=6, strict=False)]

    @model_validator(mode="after")
    def _has_one_right(self) -> Single:
        if sum(each.right for each in self.choices) != 1:
            raise ValueError("exactly one choice must be right")
        return self


class Multiple(_Asked):
    """Any number of choices may be right, but neither none nor all."""

    kind: Literal["multiple"]
    choices: Annotated[tuple[Choice, ...], Field(min_length=3, max_length=7, strict=False)]

    @model_validator(mode="after")
    def _has_right_and_wrong(self) -> Multiple:
        if sum(each.right for each in self.choices) not in range(1, len(self.choices)):
            raise ValueError("at least one choice must be right and at least one wrong")
        return self


class Order(_Asked):
    """Steps to be put in order; written in the right one."""

    kind: Literal["order"]
    steps: Annotated[tuple[Said, ...], Field(min_length=3, max_length=7, strict=False)]

    @model_validator(mode="after")
    def _are_different(self) -> Order:
        if len(set(self.steps)) != len(self.steps):
            raise ValueError("two steps have the same words")
        return self


class Numeric(_Asked):
    """A number, right within a tolerance."""

    kind: Literal["numeric"]
    answer: Number
    within: Annotated[float, Field(ge=0, allow_inf_nan=False)] = 0
    unit: Annotated[str, Field(max_length=40)] = ""


class Find(_Asked):
    """The activities that offend against a rule, to be found in a plan."""

    kind: Literal["find"]
    rule: Name
    plan: PlanTable


class Mend(_Asked):
    """A plan to be changed until a rule holds, in the columns of ``edit``, while the rules of ``keep`` still hold.

    ``solution`` has the cells of one right answer by id of activity and column; only the engine knows all others.
    """

    kind: Literal["mend"]
    rule: Name
    plan: PlanTable
    edit: Annotated[tuple[Literal[EDITABLE], ...], Field(min_length=1, max_length=4, strict=False)]  # type: ignore[valid-type]
    keep: Annotated[tuple[Name, ...], Field(min_length=1, max_length=10, strict=False)]
    solution: Annotated[dict[Line, Cells], Field(min_length=1, max_length=30)]


Question = Annotated[Single | Multiple | Order | Numeric | Find | Mend, Field(discriminator="kind")]
