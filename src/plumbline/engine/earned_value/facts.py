"""What the metrics know of the earned value of a project."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from plumbline.engine.earned_value.standing import Standing


@dataclass(frozen=True, slots=True, kw_only=True)
class ValueFacts:
    """How the project stood by ``as_of``, the end of the last period with earned value.

    It was promised on ``promised_on`` what the project is to cost. ``known_until`` is the end of the last period of
    which both what was earned and what was spent are known. The rest is ``None`` while nobody has said what is earned.
    """

    promised_on: date
    as_of: date | None = None
    standing: Standing | None = None
    spi_t: float | None = None
    known_until: date | None = None
