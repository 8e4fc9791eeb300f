"""Conditions that a standard writes itself, in the Common Expression Language (CEL).

An expression sees one record of facts and answers yes or no. It can start nothing, change nothing and call nothing of
ours. What it costs is bounded by its shape, which is checked before it ever runs: its length, one walk over a list at
most, and no pattern that repeats a counted number of times.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

MAX_LENGTH = 400
_WORDS = re.compile(r"[a-z_]+")
_WALKS = re.compile(r"\.\s*(all|exists|exists_one|map|filter)\s*\(")


class InvalidExpression(ValueError):
    """The text is no condition that may be run; the message says why."""


class ExpressionFailed(ValueError):
    """The condition could not be answered for one record: a fact is unknown, or of another kind than it is used as."""


@dataclass(frozen=True, slots=True)
class Expression:
    """A condition, checked and compiled. ``words`` are all that it could mean as names of facts."""

    text: str
    program: Any
    words: frozenset[str]

    def holds(self, facts: Mapping[str, Any]) -> bool:
        """Raises ``ExpressionFailed``."""
        try:
            answer = self.program.execute(_seen(facts, self.words))
        except Exception as error:  # whatever the interpreter finds wrong, by any of its many names
            raise ExpressionFailed(_first_sentence(error)) from error
        if not isinstance(answer, bool):
            raise ExpressionFailed(f"it answers {str(answer)[:40]!r}, not yes or no")
        return answer


@lru_cache(maxsize=512)
def expression(text: str) -> Expression:
    """The condition in ``text``. Raises ``InvalidExpression``."""
    if len(text) > MAX_LENGTH:
        raise InvalidExpression(f"the condition has {len(text):,} characters; {MAX_LENGTH} are allowed")
    if "{" in text or "//" in text:
        raise InvalidExpression("braces and comments are not allowed in a condition")
    if len(_WALKS.findall(text)) > 1:
        raise InvalidExpression("a condition may walk over one list only (all, exists, map, filter)")
    import cel  # it brings a command line along that takes longer to load than most plans take to check

    try:
        return Expression(text, cel.compile(text), frozenset(_WORDS.findall(text)))
    except Exception as error:
        raise InvalidExpression(f"this is no condition: {_first_sentence(error)}") from error


def _seen(facts: Mapping[str, Any], words: frozenset[str]) -> dict[str, Any]:
    """Only what the condition speaks of: handing a fact over costs more than asking about it."""
    return {
        name: _seen(value, words) if isinstance(value, dict) else value
        for name, value in facts.items()
        if name in words
    }


def _first_sentence(error: Exception) -> str:
    words = " ".join(str(error).split()) or type(error).__name__
    if isinstance(error, KeyError):
        return f"there is no fact {words}"
    return words.partition(". ")[0].removesuffix(".")[:200]
