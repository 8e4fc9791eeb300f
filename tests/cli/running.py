"""Runs ``plumbline`` in this process, as a terminal without colours would."""

from __future__ import annotations

import json
import shlex
from dataclasses import dataclass
from typing import Any

from typer.testing import CliRunner

from plumbline.cli.application import application


@dataclass(frozen=True)
class Ran:
    exit_code: int
    output: str
    errors: str

    @property
    def json(self) -> Any:
        return json.loads(self.output)


def plumbline(*words: str, stdin: bytes | None = None) -> Ran:
    result = CliRunner().invoke(application(), list(words), input=stdin, prog_name="plumbline")
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    return Ran(result.exit_code, result.stdout, result.stderr)


def command_line(text: str, stdin: bytes | None = None) -> Ran:
    """Run a whole line as a person types it, beginning with 'plumbline'."""
    program, *words = shlex.split(text)
    assert program == "plumbline"
    return plumbline(*words, stdin=stdin)
