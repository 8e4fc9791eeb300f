"""Instances of the project scheduling library PSPLIB with one mode per job (.sm)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plumbline.engine.readers.limits import MAX_ACTIVITIES, check_count
from plumbline.engine.readers.plan_file import PlanFile, Problem, UnreadableSchedule
from plumbline.engine.readers.rcpsp_instance import MAX_PERIODS, Job, plan_of

FORMAT = "PSPLIB instance"
EXTENSIONS = (".sm",)

_PRECEDENCE, _REQUESTS, _CAPACITIES = "PRECEDENCE RELATIONS", "REQUESTS/DURATIONS", "RESOURCEAVAILABILITIES"
_RESOURCE = re.compile(r"\b([RND])\s*(\d+)\b")


def recognises(data: bytes, filename: str) -> bool:
    return filename.lower().endswith(EXTENSIONS) or (
        data.startswith(b"****") and b"PRECEDENCE RELATIONS:" in data[:8192]
    )


def read(data: bytes) -> PlanFile:
    """The instance as a plan: precedence, durations, requests and capacities of renewable resources.

    Due date, tardiness cost and what the generator says of itself are not read.
    Raises UnreadableSchedule, InvalidSchedule.
    """
    parts = _parts(data.decode("latin-1"))
    successors = dict(_rows_of_precedence(parts[_PRECEDENCE]))
    resources = _resources(parts[_CAPACITIES])
    requests = dict(_rows_of_requests(parts[_REQUESTS], len(resources)))
    if not successors or successors.keys() != requests.keys() or [*successors] != [*range(1, len(successors) + 1)]:
        raise UnreadableSchedule(
            Problem(
                f"The jobs under '{_PRECEDENCE}' and '{_REQUESTS}' are not the same, or not in order. Get it whole."
            )
        )
    check_count("jobs", len(successors), MAX_ACTIVITIES)
    jobs = [Job(requests[number][0], successors[number], requests[number][1]) for number in successors]
    return PlanFile(FORMAT, (plan_of(jobs, resources),))


def _parts(text: str) -> dict[str, list[str]]:
    """Lines under each of the headings that matter."""
    parts: dict[str, list[str]] = {}
    lines: list[str] = []
    for line in text.splitlines():
        if line.strip() and not line.startswith("***"):
            heading = line.partition(":")[0].strip()
            if heading in (_PRECEDENCE, _REQUESTS, _CAPACITIES):
                lines = parts.setdefault(heading, [])
            else:
                lines.append(line)
    missing = [each for each in (_PRECEDENCE, _REQUESTS, _CAPACITIES) if each not in parts]
    if missing:
        raise UnreadableSchedule(
            Problem(
                f"The file has no part '{missing[0]}', so it is no instance of PSPLIB, or was cut off. Get it whole."
            )
        )
    return parts


def _rows_of_precedence(lines: list[str]) -> Iterator[tuple[int, tuple[int, ...]]]:
    for line in lines[1:]:
        job, modes, count, *successors = _numbers(line, _PRECEDENCE, least=3)
        if modes != 1:
            raise UnreadableSchedule(
                Problem(
                    f"Job {job} can be done in {modes} modes; only instances with one mode can be read.", _PRECEDENCE
                )
            )
        if count != len(successors):
            raise UnreadableSchedule(Problem(f"Job {job} should have {count} successors. Get it whole.", _PRECEDENCE))
        yield job, tuple(successors)


def _rows_of_requests(lines: list[str], resources: int) -> Iterator[tuple[int, tuple[int, tuple[int, ...]]]]:
    for line in lines[1:]:
        if line.startswith("---"):
            continue
        job, _, duration, *requests = _numbers(line, _REQUESTS, least=3)
        if len(requests) != resources:
            raise UnreadableSchedule(
                Problem(f"Job {job} should have {resources} requests, one per resource. Get it whole.", _REQUESTS)
            )
        yield job, (duration, tuple(requests))


def _resources(lines: list[str]) -> list[tuple[str, int]]:
    """Renewable ones: what is used up, which only matters where there are modes to choose from, is refused."""
    if len(lines) < 2:
        raise UnreadableSchedule(Problem("The capacities are missing. Get the file whole.", _CAPACITIES))
    names, capacities = _RESOURCE.findall(lines[0]), _numbers(lines[1], _CAPACITIES, least=0)
    if len(names) != len(capacities) or any(kind != "R" for kind, _ in names):
        raise UnreadableSchedule(
            Problem(
                "There must be one capacity per resource, and only renewable resources (R) can be read.", _CAPACITIES
            )
        )
    return [(f"R{number}", capacity) for (_, number), capacity in zip(names, capacities, strict=True)]


def _numbers(line: str, place: str, *, least: int) -> list[int]:
    words = line.split()
    numbers = [int(each) for each in words if each.isascii() and each.isdigit() and len(each) <= 6]
    if len(numbers) != len(words) or len(numbers) < least or max(numbers, default=0) > MAX_PERIODS:
        raise UnreadableSchedule(
            Problem(f"'{line.strip()[:60]}' is not a row of whole numbers up to {MAX_PERIODS:,}. Correct it.", place)
        )
    return numbers
