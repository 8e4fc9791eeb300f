"""The words of a PDF that our typesetter wrote, read from its pages as a program would that copies text."""

from __future__ import annotations

import re
import zlib

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\s*(.*?)\s*endobj", re.DOTALL)
_STREAM = re.compile(rb"stream\r?\n(.*)\r?\nendstream", re.DOTALL)
_SHOWN = re.compile(rb"/(f\d+) [\d.]+ Tf|\(((?:[^()\\]|\\.)*)\)|(\]TJ)", re.DOTALL)
_ESCAPE = re.compile(rb"\\(\d{1,3}|.)", re.DOTALL)
_NAMED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


def pdf_text(made: bytes) -> str:
    """Each run of glyphs on a line."""
    objects = {int(each[1]): each[2] for each in _OBJECT.finditer(made)}
    pages = [each for each in objects.values() if re.search(rb"/Type\s*/Page\b", each)]
    return "\n".join(_page(each, objects) for each in pages)


def _page(page: bytes, objects: dict[int, bytes]) -> str:
    resources = objects[found] if (found := _reference(page, b"Resources")) else page
    named = re.search(rb"/Font\s*<<(.*?)>>", resources, re.DOTALL)
    fonts = re.findall(rb"/(f\d+) (\d+) 0 R", named[1]) if named else []
    letters = {name: _letters(objects[int(key)], objects) for name, key in fonts}
    words, font = [""], b""
    for name, glyphs, end in _SHOWN.findall(_data(objects[_reference(page, b"Contents")])):
        font = name or font
        codes = _ESCAPE.sub(lambda found: _unescaped(found[1]), glyphs)
        words[-1] += "".join(letters[font].get(codes[at : at + 2], "") for at in range(0, len(codes), 2))
        if end:
            words.append("")
    return "\n".join(words)


def _letters(font: bytes, objects: dict[int, bytes]) -> dict[bytes, str]:
    table = _data(objects[_reference(font, b"ToUnicode")])
    pairs = re.findall(rb"<([0-9A-F]{4})> <([0-9A-F]+)>", table.replace(b"<0000> <FFFF>", b""))
    return {bytes.fromhex(code.decode()): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}


def _reference(within: bytes, key: bytes) -> int:
    found = re.search(rb"/%s (\d+) 0 R" % key, within)
    return int(found[1]) if found else 0


def _data(thing: bytes) -> bytes:
    found = _STREAM.search(thing)
    assert found
    return zlib.decompress(found[1])


def _unescaped(code: bytes) -> bytes:
    return bytes([int(code, 8)]) if code.isdigit() else _NAMED.get(code, code)
