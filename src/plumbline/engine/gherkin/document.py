"""What a text of Gherkin says. Lines and columns count from 1."""

from __future__ import annotations

from dataclasses import dataclass

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing wrong. ``message`` is that of the grammar, with its place; ``advice`` says in words what to do."""

    line: int
    column: int
    message: str
    advice: str

    def __str__(self) -> str:
        place = f"Line {self.line}, column {self.column}" if self.column else f"Line {self.line}"
        return f"{place}: {self.advice}"


class UnreadableGherkin(ValueError):
    """The text is no Gherkin. ``problems`` says what is wrong, where, and what to do."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__(" ".join(str(each) for each in problems))
        self.problems = problems


@dataclass(frozen=True, slots=True)
class Step:
    """``kind`` is context, action, outcome, conjunction or unknown (for ``*``), whatever the language."""

    line: int
    keyword: str
    text: str
    kind: str
    table: tuple[Row, ...] = ()
    doc_string: str | None = None
    media_type: str = ""


@dataclass(frozen=True, slots=True)
class Examples:
    line: int
    keyword: str
    name: str
    tags: tuple[str, ...]
    header: Row
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Scenario:
    """A scenario, an outline (which has examples), or a background. ``first_line`` is that of its first tag."""

    line: int
    first_line: int
    keyword: str
    name: str
    description: str
    tags: tuple[str, ...]
    steps: tuple[Step, ...]
    examples: tuple[Examples, ...] = ()


@dataclass(frozen=True, slots=True)
class Block:
    """What stands directly in the feature, which has no keyword here, or in one rule of it."""

    line: int
    first_line: int
    keyword: str
    name: str
    description: str
    tags: tuple[str, ...]
    background: Scenario | None
    scenarios: tuple[Scenario, ...]


@dataclass(frozen=True, slots=True)
class Feature:
    """``blocks`` begins with what stands outside every rule. ``language`` is a code such as ``en`` or ``de``."""

    line: int
    first_line: int
    language: str
    keyword: str
    name: str
    description: str
    tags: tuple[str, ...]
    blocks: tuple[Block, ...]

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        return tuple(scenario for block in self.blocks for scenario in block.scenarios)


@dataclass(frozen=True, slots=True)
class Case:
    """A scenario as it is run: an outline makes one of each row of its examples. Cucumber says pickle."""

    line: int
    name: str
    tags: tuple[str, ...]
    steps: tuple[tuple[str, str], ...]
    """Kind and text of each step, those of the backgrounds first."""


@dataclass(frozen=True, slots=True)
class Document:
    """``is_whole`` where the text itself has a line ``Feature:``; else one was put around its scenarios.

    A whole text that is empty but for comments has no feature.
    """

    feature: Feature | None
    cases: tuple[Case, ...]
    is_whole: bool

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        return self.feature.scenarios if self.feature else ()
