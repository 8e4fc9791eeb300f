"""Texts of a P6 file as values. Each is parsed once, whatever number of times it occurs."""

from __future__ import annotations

from datetime import datetime
from functools import lru_cache

from plumbline.engine.readers.limits import MAX_MINUTES, MAX_TEXT, is_plausible, shortened
from plumbline.engine.schedule import Uid

_KEPT = 131_072


class Unclear(ValueError):
    """A text that is not what its place asks for; the message says why and what to do."""


@lru_cache(maxsize=_KEPT)
def uid(text: str) -> Uid | None:
    text = text.strip()
    if not text:
        return None
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else shortened(text)


@lru_cache(maxsize=_KEPT)
def number(text: str) -> float | None:
    """Some computers write 1,5 for one and a half: the last separator is the decimal one."""
    given = text = text.strip()
    if not text:
        return None
    if "," in text:
        whole, _, fraction = text.rpartition(",")
        if "." in fraction:
            text = text.replace(",", "")
        else:
            text = whole.replace(",", "").replace(".", "") + "." + fraction
    try:
        value = float(text)
    except ValueError:
        value = float("nan")
    if not abs(value) < 1e15:
        raise Unclear(f"'{given[:40]}' is not a number. Export the plan again from P6.")
    return value


@lru_cache(maxsize=_KEPT)
def minutes(text: str) -> int | None:
    """Hours in the file, minutes here."""
    hours = number(text)
    if hours is None:
        return None
    if abs(hours) * 60 > MAX_MINUTES:
        raise Unclear(f"{hours:,.0f} hours is more than 200 years. Correct it in P6 and export again.")
    return round(hours * 60)


@lru_cache(maxsize=_KEPT)
def instant(text: str) -> datetime | None:
    text = text.strip()
    if not text:
        return None
    try:
        value = datetime.fromisoformat(text)
    except ValueError:
        value = None
    if value is None or value.tzinfo is not None:
        raise Unclear(f"'{text[:40]}' is not a date and time such as 2026-03-02 08:00. Export the plan again from P6.")
    if not is_plausible(value):
        raise Unclear(f"the year {value.year} cannot be right. Correct it in P6 and export again.")
    return value.replace(second=0, microsecond=0)


def name(text: str) -> str:
    """On one line: P6 writes line breaks as two DEL characters, other programs as they are."""
    text = " ".join(text.replace("\x7f", " ").split())
    return text if len(text) <= MAX_TEXT and "\0" not in text else shortened(text)


def code(text: str) -> str:
    """A word of P6's own, such as TT_Task or Task Dependent."""
    return text.strip()


@lru_cache(maxsize=_KEPT)
def wbs_uid(text: str) -> Uid | None:
    """WBS elements and activities count on their own, so an element's uid says what it is."""
    value = uid(text)
    return None if value is None else f"wbs-{value}"
