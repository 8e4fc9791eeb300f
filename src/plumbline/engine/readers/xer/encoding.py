"""Which code page an XER was written in: the file never says, so it is decided by what is in it."""

from __future__ import annotations

import codecs
import re
from functools import lru_cache

from plumbline.engine.readers.plan_file import Problem, UnreadableSchedule

_BYTE_ORDER_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_WITHOUT_MARK = (("ERM".encode("utf-16-le"), "utf-16-le"), ("ERM".encode("utf-16-be"), "utf-16-be"))
_EURO_ROW = re.compile(rb"^%R\t[^\r\n]*\tEUR\t", re.MULTILINE)
_EURO_SIGN = {b"\x88": "cp1251"}
_RUN_OF_HIGH_BYTES = re.compile(rb"[\x80-\xff]+")
_RUN_OF_PAIRS = re.compile(rb"(?:[\x81-\xfe][\x40-\xfe]){2,}")
_EAST_ASIAN = ("cp932", "euc_kr", "gb18030", "big5")


def decode(data: bytes) -> tuple[str, Problem | None]:
    """The text, and a problem where the code page had to be guessed."""
    for mark, name in _BYTE_ORDER_MARKS:
        if data.startswith(mark):
            return _strictly(data, name), None
    for beginning, name in _WITHOUT_MARK:
        if data.startswith(beginning):
            return _strictly(data, name), None
    try:
        return data.decode("utf-8"), None
    except UnicodeDecodeError:
        pass
    name = _code_page(data)
    text = data.decode(name, errors="replace")
    if name == "cp1252":
        return text, None
    return text, Problem(
        f"The file does not say how its letters are encoded; judged by its contents it was read as {name}. "
        "If names look wrong, export it again on a computer with the right language setting."
    )


def _strictly(data: bytes, name: str) -> str:
    try:
        return data.decode(name)
    except UnicodeDecodeError as error:
        raise UnreadableSchedule(
            Problem(
                f"The file says it is {name.removesuffix('-sig').upper()}, but is damaged at byte {error.start:,}. "
                "Export it again."
            )
        ) from error


def _code_page(data: bytes) -> str:
    euro = _euro_sign(data)
    if euro in _EURO_SIGN:
        return _EURO_SIGN[euro]
    runs = _RUN_OF_HIGH_BYTES.findall(data)
    total = sum(map(len, runs))
    in_pairs = sum(sum(byte > 127 for byte in run) for run in _RUN_OF_PAIRS.findall(data))
    if in_pairs * 2 >= total:
        for name in _EAST_ASIAN:
            if _looks_like(data, name):
                return name
    in_words = sum(len(run) for run in runs if len(run) >= 3)
    return "cp1252" if in_words * 2 < total else "cp1251"


def _euro_sign(data: bytes) -> bytes:
    """The sign P6 writes for the euro in its table of currencies gives the code page away."""
    row = _EURO_ROW.search(data)
    fields = row.group().split(b"\t") if row else []
    return fields[3] if len(fields) > 3 else b""


def _looks_like(data: bytes, name: str) -> bool:
    try:
        text = data.decode(name)
    except UnicodeDecodeError:
        return False
    foreign = [letter for letter in text if ord(letter) > 127]
    native = sum(1 for letter in foreign if _is_common(letter, name))
    return native * 10 >= len(foreign) * 9


def _is_common(letter: str, name: str) -> bool:
    """Whether people write it: nearly any two bytes are some Chinese character, but hardly ever a usual one."""
    if not any(first <= ord(letter) <= last for first, last in _LETTERS[name]):
        return False
    if name in _USUAL and letter >= "\u4e00":
        return _leading_byte(letter, _USUAL[name][0]) <= _USUAL[name][1]
    return True


@lru_cache(maxsize=16_384)
def _leading_byte(letter: str, name: str) -> int:
    try:
        return letter.encode(name)[0]
    except UnicodeEncodeError:
        return 256


_PUNCTUATION, _KANA, _HAN, _HANGUL, _WIDE = (
    (0x3000, 0x303F),
    (0x3040, 0x30FF),
    (0x4E00, 0x9FFF),
    (0xAC00, 0xD7AF),
    (0xFF00, 0xFF60),
)
_LETTERS = {
    "cp932": (_PUNCTUATION, _KANA, _HAN, _WIDE),
    "euc_kr": (_HANGUL, _PUNCTUATION),
    "gb18030": (_PUNCTUATION, _HAN, _WIDE),
    "big5": (_PUNCTUATION, _HAN, _WIDE),
}
_USUAL = {"cp932": ("shift_jis", 0x97), "gb18030": ("gb2312", 0xD7), "big5": ("big5", 0xC6)}
