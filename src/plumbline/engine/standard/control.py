"""How firmly a standard is held: which failures are advice, which need a waiver, which block."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field

from plumbline.engine.rules.rule import Severity
from plumbline.engine.standard.records import Record, Text


class Degree(StrEnum):
    """The three kinds of office: it advises, it asks for conformance, or it directs."""

    SUPPORTIVE = "supportive"
    CONTROLLING = "controlling"
    DIRECTIVE = "directive"


class Consequence(StrEnum):
    """``WAIVER``: mend it or have it set aside by somebody else. ``BLOCK``: no gate is passed before it is mended."""

    ADVISE = "advise"
    WAIVER = "waiver"
    BLOCK = "block"


_USUAL = {
    Degree.SUPPORTIVE: {},
    Degree.CONTROLLING: {Severity.MAJOR: Consequence.WAIVER},
    Degree.DIRECTIVE: {Severity.MAJOR: Consequence.BLOCK, Severity.MINOR: Consequence.WAIVER},
}


class Control(Record):
    """``failures`` says otherwise than the degree usually does, by severity. ``why`` records the owner's reasons."""

    degree: Annotated[Degree, Field(strict=False)]
    why: Text
    failures: Annotated[
        dict[Annotated[Severity, Field(strict=False)], Annotated[Consequence, Field(strict=False)]],
        Field(max_length=10),
    ] = {}

    def consequence(self, severity: Severity) -> Consequence:
        """What follows from a failed rule of this severity."""
        usual = _USUAL[self.degree].get(severity, Consequence.ADVISE)
        return self.failures.get(severity, usual)
