"""Joins what finished to what was planned: step -> attempt -> test case -> pickle -> its name and tags."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, NamedTuple

from plumbline.engine.test_results.messages.run import seconds_in
from plumbline.engine.test_results.records import (
    LONGEST_MESSAGE,
    MOST_WORDS,
    Status,
    TestResult,
    UnreadableResults,
    cut,
)


class Scenario(NamedTuple):
    name: str
    place: str
    tags: tuple[str, ...]


class Planned:
    """Scenarios by their pickle, and test cases that run one. They are few beside what is said while they run."""

    def __init__(self, most: int) -> None:
        self._most = most
        self._pickles: dict[str, Scenario] = {}
        self.cases: dict[str, str] = {}

    def note(self, kind: str, said: Any) -> None:
        if kind == "pickle":
            tags = tuple(cut(each["name"]) for each in (said.get("tags") or [])[:MOST_WORDS])
            self._pickles[said["id"]] = Scenario(cut(said["name"] or "(without a name)"), cut(said["uri"]), tags)
            if len(self._pickles) > self._most:
                raise UnreadableResults(f"The file has more than {self._most:,} scenarios. Send it in parts.")
        elif kind == "testCase":
            if said["pickleId"] not in self._pickles:
                raise KeyError(f"pickle {cut(said['pickleId'], 40)}")
            self.cases[said["id"]] = said["pickleId"]

    def scenario(self, case: str) -> Scenario:
        return self._pickles[self.cases[case]]


@dataclass(slots=True)
class _Attempt:
    case: str
    number: int
    status: Status = Status.UNKNOWN
    message: str = ""
    seconds: float = 0.0


class Attempts:
    """Those that are under way; each is forgotten as it ends."""

    def __init__(self, planned: Planned) -> None:
        self._planned = planned
        self._going: dict[str, _Attempt] = {}
        self._begun: set[str] = set()

    def note(self, kind: str, said: Any) -> TestResult | None:
        """The result, where the message is the end of an attempt."""
        if kind == "testCaseStarted":
            self._planned.scenario(said["testCaseId"])
            self._begun.add(said["testCaseId"])
            self._going[said["id"]] = _Attempt(said["testCaseId"], int(said.get("attempt") or 0) + 1)
        elif kind == "testStepFinished":
            self._add_step(self._going[said["testCaseStartedId"]], said["testStepResult"])
        elif kind == "testCaseFinished":
            attempt = self._going.pop(said["testCaseStartedId"])
            return self._result(attempt, is_last=not said.get("willBeRetried"))
        return None

    def unfinished(self) -> list[TestResult]:
        """What had begun when the stream broke off, and what was planned and never began."""
        for each in self._going.values():
            each.status = Status.UNKNOWN if each.status is Status.PASSED else each.status
            each.message = each.message or "The stream ends before this scenario does."
        never = [_Attempt(each, 1) for each in self._planned.cases if each not in self._begun]
        for each in never:
            each.message = "It was planned and did not run."
        return [self._result(each, is_last=True) for each in (*self._going.values(), *never)]

    def _add_step(self, attempt: _Attempt, result: Any) -> None:
        status = Status(str(result["status"]).lower())
        attempt.seconds += seconds_in(result.get("duration"))
        if status.gravity > attempt.status.gravity:
            attempt.status, attempt.message = status, cut(result.get("message") or "", LONGEST_MESSAGE)

    def _result(self, attempt: _Attempt, is_last: bool) -> TestResult:
        scenario = self._planned.scenario(attempt.case)
        return TestResult(
            name=scenario.name,
            status=attempt.status,
            place=scenario.place,
            seconds=attempt.seconds,
            message=attempt.message,
            tags=scenario.tags,
            attempt=attempt.number,
            is_last=is_last,
        )
