"""Cucumber messages: one JSON envelope a line, with exactly one field set.

A scenario is as its worst step, hooks among them; of its attempts the last counts. One that was planned and never
ran is unknown. Source: the JSON schemas of cucumber/messages.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from plumbline.engine.test_results.lines_of_json import lines_of, object_in
from plumbline.engine.test_results.messages.attempts import Attempts, Planned
from plumbline.engine.test_results.messages.run import begun, problem_of, run_of
from plumbline.engine.test_results.records import Limits, RunInfo, TestResult, UnreadableResults

FORMAT = "Cucumber messages"
_MOST_PROBLEMS = 20
_KNOWN = (
    frozenset({"meta", "source", "gherkinDocument", "pickle", "stepDefinition", "hook", "parameterType", "suggestion"})
    | {"undefinedParameterType", "testRunStarted", "testRunFinished", "testCase", "testCaseStarted", "parseError"}
    | {"testCaseFinished", "testStepStarted", "testStepFinished", "testRunHookStarted", "testRunHookFinished"}
    | {"attachment", "externalAttachment"}
)


def recognises(head: bytes) -> bool:
    return head.startswith(b"{")


def read(chunks: Iterable[bytes], limits: Limits) -> Iterator[TestResult | RunInfo]:
    """Raises ``UnreadableResults`` with the line for one that is no envelope, or speaks of what was never announced."""
    planned, info, problems = Planned(limits.results), RunInfo(FORMAT), list[str]()
    attempts = Attempts(planned)
    for number, line in lines_of(chunks, limits.line):
        envelope = object_in(number, line)
        if number == 1 and not _KNOWN & envelope.keys():
            raise UnreadableResults("Line 1: no message of Cucumber. Have it written with the message formatter.")
        try:
            for kind, said in envelope.items():
                info = _noted(info, kind, said)
                planned.note(kind, said)
                if (problem := problem_of(kind, said)) and len(problems) < _MOST_PROBLEMS:
                    problems.append(problem)
                if (result := attempts.note(kind, said)) is not None:
                    yield result
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise UnreadableResults(
                f"Line {number}: the message {kind} lacks something or speaks of what was not announced: {error}."
            ) from error
    yield from attempts.unfinished()
    yield replace(info, problems=tuple(problems))


def _noted(info: RunInfo, kind: str, said: Any) -> RunInfo:
    if kind == "meta":
        return run_of(FORMAT, said)
    return replace(info, started=begun(said)) if kind == "testRunStarted" else info
