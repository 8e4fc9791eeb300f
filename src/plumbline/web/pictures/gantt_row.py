"""What a row of a Gantt chart needs to have, and where its moments lie."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from plumbline.web.pictures.time_axis import Range


class GanttRow(Protocol):
    """What a row needs to have; any object with these names will do. Times are local, None where there is none."""

    @property
    def name(self) -> str: ...
    @property
    def kind(self) -> str: ...  # activity, milestone, summary
    @property
    def level(self) -> int: ...
    @property
    def start(self) -> datetime | date | None: ...
    @property
    def finish(self) -> datetime | date | None: ...
    @property
    def progress(self) -> float: ...  # share done, 0 to 1
    @property
    def critical(self) -> bool: ...
    @property
    def baseline_start(self) -> datetime | date | None: ...
    @property
    def baseline_finish(self) -> datetime | date | None: ...


@dataclass(frozen=True)
class Bar:
    """A row for those who have no object of their own."""

    name: str
    start: datetime | date | None
    finish: datetime | date | None
    kind: str = "activity"
    level: int = 0
    progress: float = 0.0
    critical: bool = False
    baseline_start: datetime | date | None = None
    baseline_finish: datetime | date | None = None


def share(span: Range, moment: datetime | date | None, end: bool = False) -> float:
    """Where a moment lies between 0 and 1. A date without a time ends with its day."""
    if isinstance(moment, datetime):
        place = span.share(moment.date(), (moment.hour * 60 + moment.minute) / 1440)
    elif moment is not None:
        place = span.share(moment, 1.0 if end else 0.0)
    else:
        place = 0.0
    return min(max(place, 0.0), 1.0)


def spoken(moment: datetime | date) -> str:
    return f"{moment.day} {moment:%B %Y}"


def day_of(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
