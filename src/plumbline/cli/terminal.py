"""Prints styled lines with Rich. Words from a file go through ``plain`` and are never read as markup."""

from __future__ import annotations

from rich.console import Console
from rich.padding import Padding
from rich.text import Text

from plumbline.cli.plain import plain

Part = str | tuple[str, str]
"""Words, or words with a style."""


_UNLIMITED = 1_000_000


class Page:
    """Lines on standard output: wrapped under their indent on a terminal, one line each in a pipe."""

    def __init__(self) -> None:
        self.console = Console(markup=False, emoji=False, highlight=False)

    def line(self, *parts: Part, indent: int = 0) -> None:
        text = styled(*parts)
        if self.console.is_terminal:
            self.console.print(Padding(text, (0, 0, 0, indent), expand=False))
        else:
            self.console.print(Text(" " * indent) + text, soft_wrap=True)

    @property
    def width(self) -> int:
        return self.console.width if self.console.is_terminal else _UNLIMITED

    def table_line(self, text: str, style: str | None) -> None:
        self.console.print(Text(text.rstrip(), style or ""), soft_wrap=True)

    def gap(self) -> None:
        self.console.print()


def styled(*parts: Part) -> Text:
    text = Text()
    for part in parts:
        words, style = (part, "") if isinstance(part, str) else part
        text.append(plain(words), style or None)
    return text
