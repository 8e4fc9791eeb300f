"""Instances of the resource-constrained scheduling problem in the format of Patterson (.rcp)."""

from __future__ import annotations

from collections.abc import Iterator

from plumbline.engine.readers.limits import MAX_ACTIVITIES, MAX_FIELDS, MAX_LINKS, MAX_RESOURCES, check_count
from plumbline.engine.readers.plan_file import PlanFile, Problem, UnreadableSchedule
from plumbline.engine.readers.rcpsp_instance import MAX_PERIODS, Job, plan_of

FORMAT = "Patterson instance"
EXTENSIONS = (".rcp",)


def recognises(data: bytes, filename: str) -> bool:
    return filename.lower().endswith(EXTENSIONS)


def read(data: bytes) -> PlanFile:
    """The instance as a plan. Raises UnreadableSchedule, InvalidSchedule.

    All are whole numbers, and lines have no meaning: how many jobs and resources; the capacities; for each job its
    duration, its requests, how many successors it has, and which.
    """
    numbers = _Numbers(data)
    count, kinds = numbers.take("the number of jobs", MAX_ACTIVITIES), numbers.take("of resources", MAX_RESOURCES)
    capacities = [numbers.take("a capacity", MAX_PERIODS) for _ in range(kinds)]
    jobs = [_job(numbers, number, kinds) for number in range(1, count + 1)]
    if not jobs or numbers.are_left():
        raise UnreadableSchedule(
            Problem(f"The file says it has {count} jobs, but the numbers in it are of more or fewer. Get it whole.")
        )
    resources = [(f"R{number}", capacity) for number, capacity in enumerate(capacities, start=1)]
    return PlanFile(FORMAT, (plan_of(jobs, resources),))


def _job(numbers: _Numbers, number: int, kinds: int) -> Job:
    duration = numbers.take(f"the duration of job {number}", MAX_PERIODS)
    requests = tuple(numbers.take(f"a request of job {number}", MAX_PERIODS) for _ in range(kinds))
    successors = numbers.take(f"the number of successors of job {number}", MAX_LINKS)
    return Job(
        duration,
        tuple(numbers.take(f"a successor of job {number}", MAX_ACTIVITIES) for _ in range(successors)),
        requests,
    )


class _Numbers:
    """The numbers of the file, one after the other."""

    def __init__(self, data: bytes) -> None:
        words = data.split()
        check_count("numbers", len(words), MAX_FIELDS)
        self._words: Iterator[bytes] = iter(words)

    def take(self, what: str, most: int) -> int:
        word = next(self._words, b"")
        if not word:
            raise UnreadableSchedule(Problem(f"The file ends where {what} should stand. Get it whole."))
        if not word.isdigit() or len(word) > 9 or int(word) > most:
            shown = word[:20].decode("ascii", errors="replace")
            raise UnreadableSchedule(
                Problem(f"'{shown}' stands where {what} should, a whole number up to {most:,}. Correct it.")
            )
        return int(word)

    def are_left(self) -> bool:
        return next(self._words, None) is not None
