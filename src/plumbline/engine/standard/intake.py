"""intake.yaml: what a request is asked before it may become a project, and how it is scored."""

from __future__ import annotations

from itertools import pairwise
from typing import Annotated

from pydantic import Field, model_validator

from plumbline.engine.standard.records import Line, Name, Number, Record, Text


class ScreeningQuestion(Record):
    """Answered with yes or no. A no to one that ``must`` be met stops the request, unless somebody overrules it."""

    ask: Line
    must: bool = False
    look_for: Text | None = None


class ScaleLevel(Record):
    """``points`` say how good the level is: the more, the better, whatever the criterion measures."""

    title: Line
    means: Text | None = None
    points: Annotated[Number, Field(ge=0, le=1000)]


class Criterion(Record):
    """One side of a request's worth. ``scale`` runs from the lowest level to the highest.

    A request that scores fewer points than ``least`` is knocked out, whatever else speaks for it.
    """

    title: Line
    ask: Line
    weight: Annotated[Number, Field(gt=0, le=1000)]
    scale: Annotated[dict[Name, ScaleLevel], Field(min_length=2, max_length=10)]
    least: Annotated[Number, Field(ge=0, le=1000)] | None = None

    @model_validator(mode="after")
    def _rises(self) -> Criterion:
        points = [each.points for each in self.scale.values()]
        if any(later <= earlier for earlier, later in pairwise(points)):
            raise ValueError("the points of a scale rise from each level to the next")
        if self.least is not None and not points[0] <= self.least <= points[-1]:
            raise ValueError(f"'least' lies on the scale, between {points[0]:g} and {points[-1]:g}")
        return self

    @property
    def lowest(self) -> float:
        return next(iter(self.scale.values())).points

    @property
    def highest(self) -> float:
        return list(self.scale.values())[-1].points


class Target(Record):
    """A request is recommended from the weighted score ``go_at`` on. ``why`` records the owner's reasons."""

    go_at: Annotated[Number, Field(ge=0, le=100)]
    why: Text


class IntakeFile(Record):
    """intake.yaml"""

    screening: Annotated[dict[Name, ScreeningQuestion], Field(max_length=40)] = {}
    criteria: Annotated[dict[Name, Criterion], Field(max_length=30)] = {}
    target: Target | None = None

    @model_validator(mode="after")
    def _can_reach_its_target(self) -> IntakeFile:
        if self.target and not self.criteria:
            raise ValueError("a target needs criteria to score by")
        return self
