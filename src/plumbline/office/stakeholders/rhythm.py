"""What is due again every so many days."""

from __future__ import annotations

from datetime import date, timedelta


def answered_by(due_on: date, every_days: int, held_on: date) -> tuple[list[date], date, date]:
    """The days that were missed, the one that ``held_on`` answers, and the one that is due next.

    What is held answers the last day that was due by then; what is held early answers the day that is due next.
    """
    rounds = max(0, (held_on - due_on).days // every_days)
    answered = due_on + timedelta(days=rounds * every_days)
    missed = [due_on + timedelta(days=number * every_days) for number in range(rounds)]
    return missed, answered, answered + timedelta(days=every_days)


def due_by(due_on: date, every_days: int, tolerance_days: int, today: date) -> int:
    """How often it was due and has not been held, tolerance given."""
    late = (today - due_on).days - tolerance_days
    return 0 if late <= 0 else 1 + (late - 1) // every_days
