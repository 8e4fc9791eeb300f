"""artefacts.yaml: the documents a project keeps, and what is done without leaving one."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator

from plumbline.engine.standard.rasci import parts_of
from plumbline.engine.standard.records import Days, Line, Name, Record, Text

Cell = Annotated[str, Field(min_length=1, max_length=9)]
Row = Annotated[dict[Name, Cell], Field(min_length=1, max_length=60)]
"""Who has which part, by role."""


class Shared(Record):
    """Something that several roles have a part in."""

    title: Line
    raci: Row

    @field_validator("raci")
    @classmethod
    def _has_known_letters(cls, row: dict[str, str]) -> dict[str, str]:
        for role, cell in row.items():
            try:
                parts_of(cell)
            except ValueError as error:
                raise ValueError(f"{role}: {error}") from error
        return row


class Artefact(Shared):
    """A document. Its template is ``templates/<name>.md``.

    It is due by the end of ``phase``; with ``review_days`` it is kept up afterwards, and is out of date when nobody
    has looked at it for so many calendar days. One that is not ``required`` is offered, and missed by nobody.
    """

    purpose: Text
    phase: Name
    review_days: Days | None = None
    required: bool = True


class Duty(Shared):
    """Something to be done in ``phase`` that leaves no document of its own."""

    phase: Name


class ArtefactsFile(Record):
    """artefacts.yaml"""

    artefacts: Annotated[dict[Name, Artefact], Field(min_length=1, max_length=200)]
    duties: Annotated[dict[Name, Duty], Field(max_length=200)] = {}
