"""Instances of RCPSP/max in the format of ProGen/max (.sch). They are problems, not plans: links may lead in rings."""

from __future__ import annotations

from collections.abc import Sequence

from plumbline.engine.optimisation.levelling.lags import Lag, LagProblem
from plumbline.engine.readers import Problem, UnreadableSchedule

EXTENSION = ".sch"
_MOST_ACTIVITIES, _LARGEST = 5_000, 1_000_000


def read_lag_instance(data: bytes) -> LagProblem:
    """The problem in ``data``, its supersource and supersink as activities 0 and last. Raises UnreadableSchedule.

    The first line says how many activities (without these two) and renewable resources there are. Then come a line
    for each activity with its number, modes, how many successors, which, and the lag to each in brackets; a line for
    each with its number, mode, duration and requests; and the capacities.
    """
    lines = [line.split() for line in data.decode("latin-1").splitlines() if line.strip()]
    if not lines or len(lines[0]) < 2:
        raise _unreadable("The file is empty or does not say how many activities it has.", 1)
    count, resources = (_number(each, 1) for each in lines[0][:2])
    if not 0 < count <= _MOST_ACTIVITIES or resources < 0:
        raise _unreadable(f"There must be 1 to {_MOST_ACTIVITIES:,} activities.", 1)
    every = count + 2
    if len(lines) < 2 * every + 2:
        raise _unreadable("The file ends too early. Get it whole.", len(lines))
    lags = [each for place in range(every) for each in _lags(lines[1 + place], place, every, 2 + place)]
    rows = [_row(lines[1 + every + place], place, resources, 2 + every + place) for place in range(every)]
    capacities = tuple(_number(each, 2 * every + 2) for each in lines[1 + 2 * every][:resources])
    if len(capacities) != resources:
        raise _unreadable(f"There should be {resources} capacities. Get the file whole.", 2 * every + 2)
    return LagProblem(tuple(row[0] for row in rows), tuple(lags), tuple(tuple(row[1:]) for row in rows), capacities)


def _lags(words: Sequence[str], place: int, every: int, line: int) -> list[Lag]:
    numbers = [_number(each.strip("[]"), line) for each in words]
    if len(numbers) < 3 or numbers[0] != place or numbers[1] != 1 or len(numbers) != 3 + 2 * numbers[2]:
        raise _unreadable(f"Activity {place} should stand here with one mode, its successors and a lag to each.", line)
    successors, least = numbers[3 : 3 + numbers[2]], numbers[3 + numbers[2] :]
    if any(not 0 <= each < every for each in successors):
        raise _unreadable(f"A successor of activity {place} is none of the activities.", line)
    return [Lag(place, after, each) for after, each in zip(successors, least, strict=True)]


def _row(words: Sequence[str], place: int, resources: int, line: int) -> list[int]:
    numbers = [_number(each, line) for each in words]
    if len(numbers) < 3 + resources or numbers[0] != place or min(numbers) < 0:
        raise _unreadable(f"Duration and {resources} requests of activity {place} should stand here.", line)
    return numbers[2 : 3 + resources]


def _number(word: str, line: int) -> int:
    digits = word.removeprefix("-")
    if not (digits.isascii() and digits.isdigit()) or len(digits) > 7 or int(digits) > _LARGEST:
        raise _unreadable(f"'{word[:20]}' is not a whole number up to {_LARGEST:,}.", line)
    return int(word)


def _unreadable(message: str, line: int) -> UnreadableSchedule:
    return UnreadableSchedule(Problem(message, f"line {line}"))
