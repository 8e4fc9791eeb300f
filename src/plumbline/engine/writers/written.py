"""What a writer gives back: the bytes of the file, and what of the plan is not in them."""

from __future__ import annotations

from dataclasses import dataclass

SHOWN = 5


@dataclass(frozen=True, slots=True)
class Loss:
    """Something of the plan that a format cannot hold. ``where`` names activities, calendars or resources, if any."""

    what: str
    instead: str
    where: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.what}: {self.instead}" + (f" ({self.places})." if self.where else ".")

    @property
    def places(self) -> str:
        """How many, and the first few of them; empty if the whole plan is concerned."""
        count = len(self.where)
        if not count:
            return ""
        more = f" and {count - SHOWN:,} more" if count > SHOWN else ""
        return f"{count:,}: {', '.join(self.where[:SHOWN])}{more}"


@dataclass(frozen=True, slots=True)
class Written:
    content: bytes
    losses: tuple[Loss, ...] = ()


class Losses:
    """Collects losses, those of one kind together."""

    def __init__(self) -> None:
        self._where: dict[tuple[str, str], list[str]] = {}

    def add(self, what: str, instead: str, where: str = "") -> None:
        places = self._where.setdefault((what, instead), [])
        if where:
            places.append(where)

    def as_tuple(self) -> tuple[Loss, ...]:
        return tuple(Loss(what, instead, tuple(where)) for (what, instead), where in self._where.items())
