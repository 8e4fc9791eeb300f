"""Predecessors in one cell: ``A10; A20SS+2d; A30 FF-1w``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from plumbline.engine.readers.table.amounts import UnclearAmount, duration_of
from plumbline.engine.schedule import Activity, Link, LinkKind, Uid

_REST = re.compile(r"\s*[:(\[]?\s*(FS|SS|FF|SF)?\s*(?:([+-])\s*([\d.,]+\s*(?:%|e?\s*[^\W\d]*)\s*\??))?\s*[)\]]?", re.I)
_SEPARATOR = re.compile(r"[;\n\r|]+")
_LONGEST = 200


class UnclearPredecessor(ValueError):
    """A predecessor that names no row, or a kind or lag that is not understood."""


@dataclass(frozen=True, slots=True)
class Tie:
    predecessor: Uid
    kind: LinkKind
    lag: int
    percent: float | None
    elapsed: bool

    def to(self, successor: Uid, predecessor: Activity) -> Link:
        """A lag in percent is of the predecessor's duration."""
        lag = self.lag if self.percent is None else round(predecessor.duration * self.percent / 100)
        return Link(self.predecessor, successor, self.kind, lag, self.elapsed)


def ties_in(text: str, known: Mapping[str, Uid]) -> Iterator[Tie]:
    """``known`` is the uid by the id as written in the id column. Raises UnclearPredecessor."""
    parts = _SEPARATOR.split(text)
    if len(parts) == 1 and text.strip() not in known:
        parts = text.split(",") if all(_matches(part, known) for part in text.split(",")) else [text]
    for part in parts:
        if part.strip():
            yield _tie(part.strip(), known)


def _matches(part: str, known: Mapping[str, Uid]) -> bool:
    try:
        _tie(part.strip(), known)
    except UnclearPredecessor:
        return False
    return True


def _tie(part: str, known: Mapping[str, Uid]) -> Tie:
    """Ids may contain letters, digits and signs, so the longest id of the table that fits is meant."""
    if len(part) > _LONGEST:
        raise UnclearPredecessor(f"'{part[:40]}…' is too long; write ids separated by ;")
    for end in range(len(part), 0, -1):
        uid = known.get(part[:end].strip())
        if uid is None:
            continue
        match = _REST.fullmatch(part[end:])
        if match:
            return _read(uid, match, part)
    raise UnclearPredecessor(
        f"'{part[:40]}' is no id of this table followed by FS, SS, FF or SF and a lag; write for example A10FS+2d"
    )


def _read(uid: Uid, match: re.Match[str], part: str) -> Tie:
    kind = LinkKind((match.group(1) or "FS").upper())
    sign, amount = match.group(2), (match.group(3) or "").strip()
    if not amount:
        return Tie(uid, kind, 0, None, False)
    factor = -1 if sign == "-" else 1
    try:
        if amount.rstrip("? ").endswith("%"):
            percent = factor * float(amount.rstrip("? ").rstrip("%").replace(",", ".").strip())
            return Tie(uid, kind, 0, max(-100_000.0, min(100_000.0, percent)), False)
        minutes, elapsed = duration_of(amount)
    except (UnclearAmount, ValueError) as error:
        raise UnclearPredecessor(f"the lag of '{part[:40]}' is not understood; write for example A10FS+2d") from error
    return Tie(uid, kind, factor * minutes, None, elapsed)
