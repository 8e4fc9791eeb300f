"""tailoring.yaml: what of the standard may be changed, and what suits projects of which size."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from plumbline.engine.standard.records import Days, Line, Name, Record, Text

KeyPattern = Annotated[str, Field(pattern=r"^[a-z_]+(\.([a-z0-9_]+|\*))*$", max_length=200)]
"""A key of the standard's files with ``*`` for any name: ``rules.*.limit``, ``artefacts.*.required``, ``words.*``."""


class Freedom(Record):
    """Something that may be changed for a project, with a reason and the approval of the role ``approves``.

    With ``expires_days`` a change holds for so many calendar days at most.
    """

    title: Line
    keys: Annotated[tuple[KeyPattern, ...], Field(min_length=1, max_length=40, strict=False)]
    approves: Name
    expires_days: Days | None = None
    why: Text


class SizeClass(Record):
    """Projects of one size or risk: ``when`` a project belongs to it, and what it does without.

    A gate's question about an artefact that is left out is answered by those who review, as one about none is.
    """

    title: Line
    when: Text
    without_artefacts: Annotated[tuple[Name, ...], Field(max_length=100, strict=False)] = ()
    without_gates: Annotated[tuple[Name, ...], Field(max_length=30, strict=False)] = ()
    without_rules: Annotated[tuple[Name, ...], Field(max_length=500, strict=False)] = ()


class TailoringFile(Record):
    """tailoring.yaml: classes from the smallest to the largest."""

    classes: Annotated[dict[Name, SizeClass], Field(max_length=20)] = {}
    may_change: Annotated[dict[Name, Freedom], Field(max_length=60)] = {}
