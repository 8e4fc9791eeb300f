"""When somebody is next to say a word about an activity. Days only; nothing here asks a clock or a database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

WEEK = 7
AHEAD = timedelta(days=14)


@dataclass(frozen=True, slots=True)
class Stand:
    """Of one activity: what the plan says of it, with what people told since laid over it."""

    start: date | None
    finish: date | None
    is_started: bool
    is_finished: bool
    last_word: date


def word_days(cadence_days: int) -> int:
    """How long a word about work under way counts: a week, or what the standard allows a plan to be old if less."""
    return max(1, min(WEEK, cadence_days))


def due_on(stand: Stand, days: int) -> date | None:
    """The first day on which something should happen that was not told, or a word about work under way grows old.

    What should have happened before the last word, and did not, is asked after again when that word is ``days`` old.
    """
    if stand.is_finished:
        return None
    events = [each for each in (None if stand.is_started else stand.start, stand.finish) if each]
    to_come = [each for each in events if each > stand.last_word]
    lags = stand.is_started or len(to_come) < len(events) or not events
    return min([*to_come, *([stand.last_word + timedelta(days=days)] if lags else [])])


def overdue_on(due: date | None, days: int) -> date | None:
    """The day on which a word that is due has been missing for as long as one counts."""
    return due + timedelta(days=days) if due else None
