"""A rule that a standard brings with it: a condition that everything of one kind is to meet."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, field_validator, model_validator

from plumbline.engine.expression import InvalidExpression, expression
from plumbline.engine.expression_facts import Each
from plumbline.engine.rules.rule import LimitKind, Rule, Severity
from plumbline.engine.standard.records import Line, Name, Number, Record, Text

Condition = Annotated[str, Field(min_length=1, max_length=2000)]
_THINGS = {Each.PROJECT: "projects", Each.ACTIVITY: "activities", Each.LINK: "links"}


class CustomRule(Record):
    """``must`` is a condition in CEL that each thing meets, of those for which ``where`` holds.

    At most ``at_most_percent`` of them, or ``at_most`` of them in number, may fail to; without either, none may.
    """

    title: Line
    question: Line
    dimension: Name
    severity: Annotated[Severity, Field(strict=False)] = Severity.MINOR
    each: Annotated[Each, Field(strict=False)] = Each.ACTIVITY
    where: Condition | None = None
    must: Condition
    at_most: Annotated[int, Field(ge=0, le=1_000_000)] | None = None
    at_most_percent: Annotated[Number, Field(ge=0, le=100)] | None = None
    why: Text
    mend: Text

    @field_validator("where", "must")
    @classmethod
    def _can_be_run(cls, text: str | None) -> str | None:
        if text is not None:
            try:
                expression(text)
            except InvalidExpression as error:
                raise ValueError(str(error)) from error
        return text

    @model_validator(mode="after")
    def _has_one_limit(self) -> CustomRule:
        if self.at_most is not None and self.at_most_percent is not None:
            raise ValueError("give one of 'at_most' (a number) and 'at_most_percent'")
        return self

    @property
    def rule(self) -> Rule:
        """As every other rule is described."""
        things = _THINGS[self.each]
        by_percent = self.at_most_percent is not None
        share = "{share} ({percent})" if by_percent else "{share}"
        return Rule(
            title=self.title,
            question=self.question,
            population=f"{things} that the standard asks about" if self.where else things,
            statement=f"{share} {things} {{are}} not as the standard asks",
            limit_kind=LimitKind.AT_MOST_PERCENT if by_percent else LimitKind.AT_MOST_COUNT,
            limit=self.at_most_percent if by_percent else self.at_most or 0,
            severity=self.severity,
            why=self.why,
            mend=self.mend,
        )
