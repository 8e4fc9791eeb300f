"""What a table would add, before anything is added: its rows as they were read, and what cannot be taken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, Protocol, TypeVar

from django.core.exceptions import ValidationError

from plumbline.office.foundation.tabular.cells import CellProblem


class ReadLine(Protocol):
    """A row as it was read; ``is_known`` where it is there already and is left as it is."""

    @property
    def problems(self) -> list[CellProblem]: ...

    @property
    def is_known(self) -> bool: ...


Line = TypeVar("Line", bound=ReadLine)


@dataclass(frozen=True, slots=True)
class Preview(Generic[Line]):
    rows: list[Line]
    remarks: tuple[str, ...] = ()

    @property
    def new(self) -> list[Line]:
        return [each for each in self.rows if not each.problems and not each.is_known]

    @property
    def known(self) -> list[Line]:
        return [each for each in self.rows if each.is_known and not each.problems]

    @property
    def problems(self) -> list[CellProblem]:
        return [problem for each in self.rows for problem in each.problems]

    @property
    def bad(self) -> int:
        return sum(bool(each.problems) for each in self.rows)

    def to_take(self, *, all_or_none: bool, advice: str = "Mend them, or add the good rows only.") -> list[Line]:
        """What is new. Raises ``ValidationError`` where a row cannot be read and all or none are wanted."""
        if all_or_none and self.bad:
            rows = "1 row" if self.bad == 1 else f"{self.bad} rows"
            raise ValidationError(f"{rows} cannot be read, so nothing was added. {advice}")
        return self.new
