"""Values that nobody types and somebody sends; and the forms and addresses that they are sent to."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from html.parser import HTMLParser
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from django.core.files.uploadedfile import SimpleUploadedFile

VALUES = {
    "NUL": "a\x00b",
    "long": "x" * 20_000,
    "digits": "9" * 5_000,
    "over 64 bit": str(2**63),
    "most of 64 bit": str(2**63 - 1),
    "negative": "-1",
    "NaN": "NaN",
    "infinity": "Infinity",
    "exponent": "1e999999",
    "first year": "0001-01-01",
    "last year": "9999-12-31",
    "first month": "0001-01",
    "last month": "9999-12",
    "last week": "9999-W52",
    "last moment": "9999-12-31T23:59",
    "path": "../../etc/passwd",
    "other digits": "٣",
    "superscript": "²",
    "direction": "\u202e\U0001f680",
    "lines": "a\r\nb: c\u2028d",
    "formula": "=1+1",
    "nothing": "",
}


@dataclass
class Form:
    action: str
    method: str
    values: dict[str, list[str]] = field(default_factory=dict)
    files: list[str] = field(default_factory=list)
    buttons: list[tuple[str, str]] = field(default_factory=list)
    kept: set[str] = field(default_factory=set)
    """Hidden fields and choices: what a form says of itself."""

    def filled(self, hostile: str, *, every: bool) -> dict[str, Any]:
        """``every``: also what the form says of itself; else only what people type."""
        said: dict[str, Any] = {}
        for name, values in self.values.items():
            sane = next((each for each in values if each), "")
            said[name] = hostile if every or name not in self.kept else sane
        return said


class Forms(HTMLParser):
    """Every form of a page, with its buttons and files, and the names that links of the page give to what they ask."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.asked: set[str] = set()
        self._open: Form | None = None
        self._select = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {name: value or "" for name, value in attrs}
        name, kind = given.get("name", ""), given.get("type", "text")
        if tag == "a":
            self.asked |= {key for key, _ in parse_qsl(urlsplit(given.get("href", "")).query, keep_blank_values=True)}
        elif tag == "form":
            self._open = Form(given.get("action", ""), given.get("method", "get").lower())
            self.forms.append(self._open)
        elif self._open and tag == "option" and self._select:
            self._open.values[self._select].append(given.get("value", ""))
        elif self._open and name:
            self._field(self._open, tag, name, kind, given.get("value", "on" if kind == "checkbox" else ""))

    def _field(self, form: Form, tag: str, name: str, kind: str, value: str) -> None:
        if tag == "button" or kind in ("submit", "image"):
            form.buttons.append((name, value))
        elif kind == "file":
            form.files.append(name)
        elif tag in ("input", "textarea", "select"):
            form.values.setdefault(name, []).extend([] if tag == "select" else [value])
            self._select = name if tag == "select" else self._select
            if tag == "select" or kind in ("hidden", "radio", "checkbox"):
                form.kept.add(name)

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._select = ""


def files() -> Iterator[SimpleUploadedFile]:
    yield SimpleUploadedFile("empty.xer", b"")
    yield SimpleUploadedFile("../../\u202ename\x00.xlsx", b"PK\x03\x04 and no more")
    yield SimpleUploadedFile("x" * 250 + ".csv", b"\x00\xff\xfe\x00name;=1+1\r\n\x00")
    yield SimpleUploadedFile("a.xml", b'<!DOCTYPE a [<!ENTITY b "c"><!ENTITY d "&b;&b;">]><Project>&d;</Project>')


def names_read(sources: Iterator[str]) -> set[str]:
    """What the source reads of an address's query by name."""
    return {name for text in sources for name in re.findall(r"""\.get(?:list)?\("(\w+)"[,)]""", text)}
