"""life_cycle.yaml: the phases of a project, and the gates between them."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

from pydantic import Field, model_validator

from plumbline.engine.standard.records import Line, Name, Record, Text


class Decision(StrEnum):
    """What a gate can end in. ``CONDITIONAL`` is go, with conditions that are tracked until they are closed."""

    GO = "go"
    CONDITIONAL = "conditional"
    HOLD = "hold"
    STOP = "stop"


class Phase(Record):
    """``throughout``: it goes on beside all others and no gate closes it."""

    title: Line
    purpose: Text
    throughout: bool = False


class Question(Record):
    """What is asked at a gate. It is answered by an artefact, by a rule, or else by people.

    ``mandatory``: without a yes there is no unconditional go.
    """

    ask: Line
    mandatory: bool = True
    artefact: Name | None = None
    rule: Name | None = None
    look_for: Text | None = None

    @model_validator(mode="after")
    def _is_answered_by_one_thing(self) -> Question:
        if self.artefact and self.rule:
            raise ValueError("a question is answered by an artefact or by a rule: give one of 'artefact' and 'rule'")
        return self


class Gate(Record):
    """A decision whether to go on. It closes the phase ``closes`` and opens the phase ``opens``, where it is at one.

    ``assesses`` prepares it, ``decides`` takes the decision, and ``agrees`` must be asked as well. After a stop the
    project goes on with ``after_stop``. A ``repeatable`` gate may be held again and again. With ``confidence`` the
    reviewers rate the confidence in delivery on the standard's scale.
    """

    title: Line
    purpose: Text
    closes: Name | None = None
    opens: Name | None = None
    after_stop: Name | None = None
    assesses: Name
    decides: Name
    agrees: Annotated[tuple[Name, ...], Field(max_length=10, strict=False)] = ()
    decisions: Annotated[tuple[Annotated[Decision, Field(strict=False)], ...], Field(min_length=1, strict=False)] = (
        tuple(Decision)
    )
    repeatable: bool = False
    confidence: bool = False
    questions: Annotated[dict[Name, Question], Field(min_length=1, max_length=60)]


class ConfidenceLevel(Record):
    """``colour`` is how it is shown; ``means`` what a reviewer says with it."""

    title: Line
    colour: Annotated[str, Field(pattern="^(green|amber_green|amber|amber_red|red)$")]
    means: Text


class ConfidenceScale(Record):
    """How confidence in delivery is rated, best first. Its ``version`` is kept with every rating."""

    title: Line
    version: Annotated[str, Field(min_length=1, max_length=40)]
    levels: Annotated[dict[Name, ConfidenceLevel], Field(min_length=2, max_length=9)]


class LifeCycleFile(Record):
    """life_cycle.yaml: phases and gates in their order."""

    phases: Annotated[dict[Name, Phase], Field(min_length=1, max_length=30)]
    gates: Annotated[dict[Name, Gate], Field(max_length=30)] = {}
    confidence_scale: ConfidenceScale | None = None
