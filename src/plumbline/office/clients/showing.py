"""What a grant shows of one client."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Shown:
    """``figures`` by their label; ``lines`` are names that stand below them."""

    figures: dict[str, float | int | str] = field(default_factory=dict)
    lines: tuple[str, ...] = ()
