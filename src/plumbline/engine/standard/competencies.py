"""competencies.yaml: what people have to be able to do, what it looks like, what teaches it, and what shows it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, model_validator

from plumbline.engine.standard.records import Line, Name, Record, Text

LEVELS = 5
Level = Annotated[int, Field(ge=1, le=LEVELS)]
"""How well somebody can do a thing: 1 knows of it, 2 does it with help, 3 does it, 4 leads others, 5 shapes it."""

Teacher = Annotated[str, Field(pattern=r"^(course|rule|gate|artefact):[a-z][a-z0-9_]{0,62}$")]


class Area(Record):
    """Competencies that belong together."""

    title: Line
    means: Text | None = None


class Competency(Record):
    """``levels`` say what it looks like at each level, from the lowest on; without them the general words hold.

    ``learn`` names courses, and things that lessons are about. ``shown_by`` is what counts as evidence of it beside
    tests that were passed and what people enter: projects that somebody led, gates that these passed.
    """

    title: Line
    means: Text
    area: Name | None = None
    levels: Annotated[tuple[Line, ...], Field(max_length=LEVELS, strict=False)] = ()
    learn: Annotated[tuple[Teacher, ...], Field(max_length=20, strict=False)] = ()
    shown_by: Annotated[tuple[Literal["projects", "gates"], ...], Field(max_length=2, strict=False)] = ()

    @model_validator(mode="after")
    def _has_all_levels_or_none(self) -> Competency:
        if self.levels and len(self.levels) != LEVELS:
            raise ValueError(f"say for each of the {LEVELS} levels what it looks like, or for none")
        return self


class CompetenciesFile(Record):
    """competencies.yaml"""

    areas: Annotated[dict[Name, Area], Field(max_length=20)] = {}
    competencies: Annotated[dict[Name, Competency], Field(max_length=120)] = {}
