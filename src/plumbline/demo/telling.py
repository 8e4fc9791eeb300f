"""Happenings in the order of time: each is told with the office's clock at its moment."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from zoneinfo import ZoneInfo

from plumbline.office.foundation.clock import clock_at


@dataclass
class Telling:
    """Local times of one place; what is added for the same moment is told in the order it was added."""

    zone: ZoneInfo
    _events: list[tuple[datetime, int, Callable[[], object]]] = field(default_factory=list)

    def add(self, local: datetime, event: Callable[[], object]) -> None:
        self._events.append((local, len(self._events), event))

    def tell(self) -> None:
        for local, _, event in sorted(self._events, key=lambda each: each[:2]):
            with clock_at(local.replace(tzinfo=self.zone)):
                event()
