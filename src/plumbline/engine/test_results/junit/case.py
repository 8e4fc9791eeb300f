"""One test case of a JUnit file: its attempts, and what each ended with."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plumbline.engine.test_results.records import LONGEST_MESSAGE, MOST_WORDS, Status, TestResult, cut, worst

ENDINGS = {
    "failure": Status.FAILED,
    "error": Status.ERROR,
    "errors": Status.ERROR,
    "skipped": Status.SKIPPED,
    "flakyFailure": Status.FAILED,
    "flakyError": Status.ERROR,
    "rerunFailure": Status.FAILED,
    "rerunError": Status.ERROR,
}
_NOT_RUN = frozenset({"notrun", "disabled", "skipped", "suppressed", "ignored"})
_THOUSANDS = re.compile(r"\d{1,3}(,\d{3})+(\.\d*)?")
_LONGEST_TEST = 366 * 24 * 3600.0


class Case:
    """Filled as its children come."""

    def __init__(self, attributes: Mapping[str, str], suite: str) -> None:
        self._name = attributes.get("name") or "(without a name)"
        self._suite = suite
        self._place = attributes.get("classname") or attributes.get("file") or suite
        self._seconds = seconds(attributes.get("time", ""))
        was = {attributes.get(each, "").lower() for each in ("status", "result")}
        self._ended = Status.SKIPPED if was & _NOT_RUN else Status.PASSED
        self._message = ""
        self._before: list[tuple[Status, str]] = []
        self._after: list[tuple[Status, str]] = []
        self._properties: list[tuple[str, str]] = []
        self._open = ""
        self._words: list[str] = []
        self._length = 0

    def begin(self, ending: str, attributes: Mapping[str, str]) -> None:
        self._open = ending
        self._words = [attributes.get("message", "")[:LONGEST_MESSAGE].strip()]
        self._length = len(self._words[0])

    def say(self, text: str) -> None:
        if self._open and self._length < 2 * LONGEST_MESSAGE:
            self._words.append(text)
            self._length += len(text)

    def end(self, name: str) -> None:
        if name != self._open:
            return
        status, (head, *rest) = ENDINGS[name], self._words
        body = "".join(rest).strip()
        said = cut("\n".join(each for each in (head, "" if body.startswith(head) and head else body) if each), 1000)
        self._open = ""
        if name.startswith("flaky"):
            self._before.append((status, said))
        elif name.startswith("rerun"):
            self._after.append((status, said))
        else:
            self._message = said if status.gravity >= self._ended.gravity or not self._message else self._message
            self._ended = worst(status, self._ended)

    def property(self, name: str, value: str) -> None:
        if len(self._properties) < MOST_WORDS:
            self._properties.append((cut(name, 80), cut(value)))

    def attempts(self) -> list[TestResult]:
        """Those before, what it ended with, and those after; the last of them counts."""
        ends = [*self._before, (self._ended, self._message), *self._after][-MOST_WORDS:]
        return [
            TestResult(
                name=cut(self._name),
                status=status,
                place=cut(self._place),
                suite=cut(self._suite),
                seconds=self._seconds,
                message=said,
                properties=tuple(self._properties),
                attempt=number,
                is_last=number == len(ends),
            )
            for number, (status, said) in enumerate(ends, start=1)
        ]


def seconds(text: str) -> float | None:
    """``1,234.5`` has commas between thousands, ``0,12`` one before the fraction; what makes no sense is none."""
    bare = text.strip()
    bare = bare.replace(",", "") if _THOUSANDS.fullmatch(bare) else bare.replace(",", ".")
    try:
        found = float(bare)
    except ValueError:
        return None
    return found if 0 <= found <= _LONGEST_TEST else None
