"""acceptance.yaml: whose agreement a criterion needs before work begins, and what is ready and what is done."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from plumbline.engine.acceptance import AskedPoint, Check
from plumbline.engine.standard.records import Line, Name, Record, Text

VoiceName = Literal["business", "development", "test"]
"""The three points of view that have to meet before work begins."""


class Point(Record):
    """One point of a definition of ready or done. Without ``check`` a person answers it, by name and date.

    One that is not ``mandatory`` is worth asking and holds nothing up.
    """

    question: Line
    check: Annotated[Check | None, Field(strict=False)] = None
    mandatory: bool = True
    look_for: Text | None = None

    def asked_as(self, name: str) -> AskedPoint:
        return AskedPoint(name=name, question=self.question, check=self.check, mandatory=self.mandatory)


Points = Annotated[dict[Name, Point], Field(max_length=30)]
Speakers = Annotated[tuple[Name, ...], Field(min_length=1, max_length=20, strict=False)]
"""Roles; any one who holds any of them speaks for the voice."""


class AcceptanceFile(Record):
    """acceptance.yaml. A voice that is left out is not asked for; ``why`` records the owner's reasons."""

    why: Text
    voices: Annotated[dict[VoiceName, Speakers], Field(min_length=1, max_length=3)]
    ready: Points = {}
    done: Points = {}
