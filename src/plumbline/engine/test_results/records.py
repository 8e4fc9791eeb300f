"""What a file of test results says, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LONGEST_NAME = 500
LONGEST_MESSAGE = 1000
MOST_WORDS = 50


class Status(StrEnum):
    """What became of one test. In rising order of gravity: the gravest of its parts is that of the whole.

    The order of the Cucumber messages, to which ``error`` of JUnit is added: something else broke than was asked for.
    """

    UNKNOWN = "unknown"
    PASSED = "passed"
    SKIPPED = "skipped"
    PENDING = "pending"
    UNDEFINED = "undefined"
    AMBIGUOUS = "ambiguous"
    FAILED = "failed"
    ERROR = "error"

    @property
    def gravity(self) -> int:
        return _GRAVITY[self]


_GRAVITY = {each: place for place, each in enumerate(Status)}


def worst(*statuses: Status) -> Status:
    """The gravest; ``unknown`` of none."""
    return max(statuses, key=lambda each: each.gravity, default=Status.UNKNOWN)


@dataclass(frozen=True, slots=True)
class TestResult:
    """One attempt at one test. ``seconds`` is ``None`` where the file gives no duration that makes sense.

    ``place`` is the class or the file it lies in. Of several attempts in one file only that with ``is_last`` counts.
    Names, messages and values are cut to what anybody reads.
    """

    __test__ = False  # for pytest, which collects whatever is called Test

    name: str
    status: Status
    place: str = ""
    suite: str = ""
    seconds: float | None = None
    message: str = ""
    tags: tuple[str, ...] = ()
    properties: tuple[tuple[str, str], ...] = ()
    attempt: int = 1
    is_last: bool = True


@dataclass(frozen=True, slots=True)
class RunInfo:
    """What a file says of the run as a whole. ``problems``: what broke outside of any test, in words."""

    format: str
    tool: str = ""
    revision: str = ""
    branch: str = ""
    address: str = ""
    started: datetime | None = None
    problems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of anything is read; ``piece`` and ``line`` in bytes."""

    results: int = 200_000
    depth: int = 100
    piece: int = 4_000_000
    line: int = 16_000_000
    feature: int = 32_000_000


class UnreadableResults(Exception):
    """The file cannot be read as results; the message says where and what to do."""


def cut(words: object, longest: int = LONGEST_NAME) -> str:
    """What is too long ends with an ellipsis; NUL and halves of characters, which no database keeps, are left out."""
    text = str(words).replace("\0", "").encode(errors="ignore").decode()
    return text if len(text) <= longest else f"{text[: longest - 1]}…"
