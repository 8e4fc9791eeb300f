"""How the columns of a file become projects and their history: what a column map says."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

from plumbline.office.foundation.tabular import DateOrder

MOST_COLUMNS = 8
Heading = Annotated[str, Field(max_length=420)]
Word = Annotated[str, Field(min_length=1, max_length=160)]
Colour = Literal["green", "amber", "red", ""]
Kind = Literal["text", "person", "date", "money", "rating"]


@dataclass(frozen=True, slots=True)
class Target:
    """What a column may fill, and the words of headings by which it is guessed."""

    name: str
    title: str
    kind: Kind
    longest: int = 0
    guesses: tuple[str, ...] = ()
    note: str = ""


TARGETS: dict[str, Target] = {
    each.name: each
    for each in (
        Target(
            "key",
            "Key",
            "text",
            200,
            ("unique id", "project id", "project number", "pid", "id"),
            "What stays the same from file to file; without it a project is known by its code, else by its name.",
        ),
        Target("code", "Code", "text", 40, ("project code", "code", "reference", "ref", "number")),
        Target(
            "name",
            "Name",
            "text",
            200,
            ("project name", "name of project", "project title", "name", "title", "project"),
        ),
        Target("portfolio", "Portfolio", "text", 160, ("portfolio", "department", "ministry", "agency", "directorate")),
        Target("programme", "Programme", "text", 160, ("programme", "program", "investment")),
        Target("purpose", "Purpose", "text", 4000, ("purpose", "description", "aims", "objective", "scope")),
        Target("phase", "Phase", "text", 80, ("phase", "stage", "life cycle")),
        Target("manager", "Manager's email", "person", 254, ("manager", "project manager", "pm", "lead")),
        Target("start", "Start", "date", 0, ("start date", "start", "begin")),
        Target(
            "baseline_finish",
            "Baseline finish",
            "date",
            0,
            ("baseline finish", "planned finish", "planned end", "approved end"),
        ),
        Target(
            "forecast_finish",
            "Forecast finish",
            "date",
            0,
            ("forecast finish", "forecast end", "end date", "finish", "completion date", "completion", "end"),
        ),
        Target(
            "budget", "Budget", "money", 0, ("budget", "whole life cost", "approved cost", "planned cost", "total cost")
        ),
        Target("spent", "Spent", "money", 0, ("spent", "actual cost", "spend to date", "expenditure")),
        Target(
            "forecast_cost",
            "Forecast cost",
            "money",
            0,
            ("forecast cost", "estimate at completion", "projected cost", "eac"),
        ),
        Target("benefits", "Benefits", "money", 0, ("benefits", "benefit")),
        Target("rating", "Rating", "rating", 80, ("rating", "rag", "confidence", "status", "health")),
        Target("summary", "Narrative", "text", 4000, ("narrative", "commentary", "comment", "summary", "remarks")),
        Target(
            "as_of",
            "As of",
            "date",
            0,
            ("as of", "reporting date", "report date", "updated", "period", "year"),
            "The day that a row speaks of. Without a column, the day below holds for the whole file.",
        ),
    )
}
MONEY = tuple(each.name for each in TARGETS.values() if each.kind == "money")
DATES = tuple(each.name for each in TARGETS.values() if each.kind == "date")
SCALES = {1: "one by one", 1_000: "in thousands", 1_000_000: "in millions", 1_000_000_000: "in billions"}
ORDERS = {"": "unmistakable, or refused", "day first": "day first (31/12)", "month first": "month first (12/31)"}


class MapSpec(BaseModel):
    """A column map. ``family`` names files whose keys mean the same projects, such as the yearly ones of one report."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(min_length=1, max_length=120)]
    family: Annotated[str, Field(pattern=r"^[a-z0-9-]{1,60}$")]
    sheet: Annotated[str, Field(max_length=80)] = ""
    header_row: Annotated[int, Field(ge=1, le=100)] = 1
    transposed: bool = False
    date_order: Literal["", "day first", "month first"] = ""
    money_scale: Literal[1, 1_000, 1_000_000, 1_000_000_000] = 1
    decimal_mark: Literal[".", ","] = "."
    as_of: date | None = None
    code_prefix: Annotated[str, Field(max_length=20)] = ""
    portfolio: Annotated[str, Field(max_length=160)] = ""
    match_names: bool = False
    columns: Annotated[dict[str, list[Heading]], Field(max_length=len(TARGETS))]
    rating_scale: Annotated[str, Field(max_length=40)] = ""
    ratings: Annotated[list[tuple[Word, Colour]], Field(max_length=40)] = []
    not_given: Annotated[list[Word], Field(max_length=40)] = []
    skip: Annotated[list[Word], Field(max_length=40)] = []

    @field_validator("ratings", mode="before")
    @classmethod
    def _in_order(cls, ratings: Any) -> Any:
        """Best first; as pairs, because no database promises to keep the order of an object's keys."""
        return list(ratings.items()) if isinstance(ratings, dict) else ratings

    @field_validator("columns")
    @classmethod
    def _known(cls, columns: dict[str, list[str]]) -> dict[str, list[str]]:
        if unknown := columns.keys() - TARGETS.keys():
            raise ValueError(f"There is no field {sorted(unknown)[0]}.")
        if any(len(each) > MOST_COLUMNS for each in columns.values()):
            raise ValueError(f"A field is filled from {MOST_COLUMNS} columns at most.")
        return {name: headings for name, headings in columns.items() if headings}

    @model_validator(mode="after")
    def _complete(self) -> MapSpec:
        if "name" not in self.columns:
            raise ValueError("Say which column holds the name of the project.")
        if "portfolio" not in self.columns and not self.portfolio:
            raise ValueError("Say which column names the portfolio, or give one portfolio for all rows.")
        return self

    @property
    def headings(self) -> set[str]:
        return {heading for each in self.columns.values() for heading in each}

    @property
    def order(self) -> DateOrder:
        return DateOrder(self.date_order or "unknown")

    @property
    def tells_the_day(self) -> bool:
        return self.as_of is not None or "as_of" in self.columns

    @cached_property
    def says_nothing(self) -> re.Pattern[str] | None:
        """What cells begin with that give no value, such as words of secrecy."""
        words = "|".join(re.escape(each.casefold()) for each in self.not_given)
        return re.compile(rf"\s*(?:{words})") if words else None


def fits(spec: MapSpec, columns: tuple[str, ...]) -> int:
    """How many columns of the file the map uses, if it finds all that it needs; else 0."""
    return len(spec.headings) if spec.headings <= set(columns) else 0
