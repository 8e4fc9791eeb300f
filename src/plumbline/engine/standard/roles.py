"""roles.yaml: who takes part in a project, and what each has to be able to do."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from plumbline.engine.standard.competencies import Level
from plumbline.engine.standard.records import Line, Name, Record, Text


class Role(Record):
    """Somebody's part in a project. ``short`` is what stands above a column, ``layer`` how near it is to the work.

    ``usually`` is who has it while nobody else is appointed: the project's manager, its sponsor, or the PMO.
    """

    title: Line
    short: Annotated[str, Field(min_length=1, max_length=12)]
    layer: Literal["governing", "steering", "directing", "managing", "performing", "assuring"]
    does: Text
    usually: Literal["manager", "sponsor", "pmo"] | None = None
    competencies: Annotated[dict[Name, Level], Field(max_length=60)] = {}


class CompetencyText(Record):
    """A competency as far as roles.yaml says it; competencies.yaml can say more."""

    title: Line
    means: Text


class RolesFile(Record):
    """roles.yaml"""

    roles: Annotated[dict[Name, Role], Field(min_length=1, max_length=60)]
    competencies: Annotated[dict[Name, CompetencyText], Field(max_length=120)] = {}
