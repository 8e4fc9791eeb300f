"""The files of a course: ``course.yaml``, one file for each lesson beside its page, and ``paths.yaml`` above all."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from plumbline.engine.course.questions import Question
from plumbline.engine.standard.records import Line, Name, Record, Text

Title = Annotated[str, Field(min_length=1, max_length=80)]
Taught = Annotated[str, Field(pattern=r"^(rule|gate|artefact):[a-z][a-z0-9_]{0,62}$")]


class Exam(Record):
    """Drawn from the questions of a course's lessons. ``pass`` is a percentage of the points."""

    questions: Annotated[int, Field(ge=3, le=60)]
    pass_percent: Annotated[int, Field(ge=1, le=100, alias="pass")]
    attempts: Annotated[int, Field(ge=1, le=20)] = 3
    valid_months: Annotated[int, Field(ge=1, le=120)] = 24


class CourseFile(Record):
    """courses/<course>/course.yaml"""

    title: Title
    summary: Text
    lessons: Annotated[tuple[Name, ...], Field(min_length=1, max_length=40, strict=False)]
    exam: Exam

    @model_validator(mode="after")
    def _names_each_once(self) -> CourseFile:
        if len(set(self.lessons)) != len(self.lessons):
            raise ValueError("a lesson is named twice in 'lessons'")
        return self


class LessonFile(Record):
    """courses/<course>/<lesson>.yaml"""

    title: Title
    summary: Line
    teaches: Annotated[tuple[Taught, ...], Field(max_length=20, strict=False)] = ()
    questions: Annotated[dict[Name, Question], Field(min_length=1, max_length=12)]


class PathText(Record):
    """A way through several courses, for people in one of the standard's roles."""

    title: Title
    summary: Text
    courses: Annotated[tuple[Name, ...], Field(min_length=1, max_length=40, strict=False)]


class PathsFile(Record):
    """courses/paths.yaml"""

    paths: Annotated[dict[Name, PathText], Field(max_length=40)]
