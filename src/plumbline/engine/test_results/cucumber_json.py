"""Cucumber JSON, the report before the messages, which pytest-bdd and many others still write.

A list of features; steps of a background belong to the scenario after it. A scenario is as its worst step or hook.
"""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterable, Iterator
from typing import Any

from plumbline.engine.test_results.records import (
    LONGEST_MESSAGE,
    MOST_WORDS,
    Limits,
    RunInfo,
    Status,
    TestResult,
    UnreadableResults,
    cut,
)

FORMAT = "Cucumber JSON"
_BETWEEN = " \t\r\n"


def recognises(head: bytes) -> bool:
    return head.startswith(b"[")


def read(chunks: Iterable[bytes], limits: Limits) -> Iterator[TestResult | RunInfo]:
    """Raises ``UnreadableResults`` with the line or the feature that goes wrong."""
    for number, feature in enumerate(_features(chunks, limits), start=1):
        try:
            yield from _scenarios(feature)
        except (KeyError, TypeError, AttributeError, ValueError) as error:
            raise UnreadableResults(
                f"Feature {number} of the file is not as Cucumber writes it: {type(error).__name__} {error}."
            ) from error
    yield RunInfo(FORMAT)


def _features(chunks: Iterable[bytes], limits: Limits) -> Iterator[Any]:
    """One after the other. Where one is not complete yet, it is tried again when twice as much of it is there."""
    decoder, text, wanted, lines, is_begun = json.JSONDecoder(), "", 1, 1, False
    for piece, is_end in _decoded(chunks):
        text += piece
        while True:
            text, lines = _without_gaps(text, lines)
            if not is_begun and text:
                text, is_begun = text[1:], True
                continue
            if text.startswith("]"):
                _check_end(text, lines)
                return
            if not text or (len(text) < wanted and not is_end):
                break
            try:
                feature, end = decoder.raw_decode(text)
            except (json.JSONDecodeError, RecursionError) as error:
                _check_hope(error, text, lines, is_end, limits)
                wanted = 2 * len(text)
                break
            yield feature
            lines += text.count("\n", 0, end)
            text, wanted = text[end:], 1
    raise UnreadableResults(f"Line {lines}: the list of features breaks off here. Send the whole file.")


def _decoded(chunks: Iterable[bytes]) -> Iterator[tuple[str, bool]]:
    decoder = codecs.getincrementaldecoder("utf-8-sig")()
    line = 1
    try:
        for chunk in chunks:
            text = decoder.decode(chunk)
            line += text.count("\n")
            yield text, False
        yield decoder.decode(b"", final=True), True
    except UnicodeDecodeError as error:
        raise UnreadableResults(f"Line {line} or soon after: this is not UTF-8. Have it written in UTF-8.") from error


def _without_gaps(text: str, lines: int) -> tuple[str, int]:
    bare = text.lstrip(_BETWEEN + ",")
    return bare, lines + text.count("\n", 0, len(text) - len(bare))


def _check_hope(error: Exception, text: str, lines: int, is_end: bool, limits: Limits) -> None:
    """Whether more of the file may mend it."""
    if isinstance(error, RecursionError):
        raise UnreadableResults(f"Line {lines}: more lies within each other than any report has.") from error
    if is_end or len(text) > limits.feature:
        where = lines + text.count("\n", 0, getattr(error, "pos", 0))
        raise UnreadableResults(
            f"Line {where}: this is not JSON, breaks off, or one feature is larger than "
            f"{limits.feature // 1_000_000} MB. Have it written again, or with fewer attachments."
        ) from error


def _check_end(text: str, lines: int) -> None:
    if text[1:].strip():
        raise UnreadableResults(f"Line {lines}: something follows after the end of the list of features.")


def _scenarios(feature: Any) -> Iterator[TestResult]:
    common = _tags(feature)
    before: list[Any] = []
    for element in feature.get("elements") or []:
        if element.get("type") == "background":
            before = _parts(element)
            continue
        parts = [*before, *_parts(element)]
        before = []
        status, message, nanoseconds = Status.UNKNOWN, "", 0.0
        for part in parts:
            result = part.get("result") or {}
            now = Status(str(result.get("status", "unknown")).lower())
            nanoseconds += float(result.get("duration") or 0)
            if now.gravity > status.gravity:
                status, message = now, cut(result.get("error_message") or "", LONGEST_MESSAGE)
        yield TestResult(
            name=cut(element.get("name") or "(without a name)"),
            status=status,
            place=cut(feature.get("uri") or feature.get("name") or ""),
            suite=cut(feature.get("name") or ""),
            seconds=nanoseconds / 1e9,
            message=message,
            tags=tuple(dict.fromkeys((*common, *_tags(element))))[:MOST_WORDS],
        )


def _parts(element: Any) -> list[Any]:
    """Its hooks and steps, and the hooks of its steps."""
    steps = element.get("steps") or []
    hooks = [hook for step in steps for side in ("before", "after") for hook in step.get(side) or []]
    return [*(element.get("before") or []), *steps, *hooks, *(element.get("after") or [])]


def _tags(thing: Any) -> tuple[str, ...]:
    return tuple(cut(each["name"] if isinstance(each, dict) else each) for each in thing.get("tags") or [])
