"""Proposing mentors to mentees, beside weighing every two of them alone."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from bench.side_by_side import Measurement
from plumbline.engine.pairing import Competency, Mentee, Mentor, fit_of, may_pair, pair_up

SIZES = ((80, 120), (200, 200))
NAMES = [f"Competency {number}" for number in range(12)]
ROUNDS = 15


def measurements() -> Iterator[Measurement]:
    for givers, takers in SIZES:
        mentors = [_mentor(number) for number in range(givers)]
        mentees = [_mentee(givers + number) for number in range(takers)]
        what = f"{givers} mentors with three places each, {takers} mentees"
        every = partial(_weigh, mentors, mentees)
        yield Measurement(what, "weighing every two of them", partial(pair_up, mentors, mentees), every, ROUNDS)


def _weigh(mentors: list[Mentor], mentees: list[Mentee]) -> int:
    return sum(fit_of(mentor, each).points for mentor in mentors for each in mentees if may_pair(mentor, each))


def _mentor(number: int) -> Mentor:
    languages = ("English",) if number % 3 else ("Danish",)
    return Mentor(
        number, _competencies(number, (1, 5, 7)), languages, f"Unit {number % 7}", f"Place {number % 4}", capacity=3
    )


def _mentee(number: int) -> Mentee:
    languages = ("English", "Danish") if number % 2 else ("English",)
    return Mentee(number, _competencies(number, (1, 3)), languages, f"Unit {number % 7}", f"Place {number % 4}")


def _competencies(number: int, steps: tuple[int, ...]) -> tuple[Competency, ...]:
    return tuple(Competency(NAMES[number * step % len(NAMES)], 1 + (number + step) % 5) for step in steps)
