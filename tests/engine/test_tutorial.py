"""The tutorial of the engine says what happens."""

from __future__ import annotations

import doctest
import subprocess
import sys
from pathlib import Path


def test_every_example_of_the_tutorial_is_true(repository: Path) -> None:
    result = doctest.testfile(
        str(repository / "docs/guides/engine.md"), module_relative=False, optionflags=doctest.ELLIPSIS
    )
    assert result.attempted > 15
    assert result.failed == 0


def test_the_verbs_stay_callable_whatever_is_imported_first() -> None:
    program = (
        "import plumbline.engine.schedule.calculate, plumbline.engine.comparison, plumbline.engine.readers.xer\n"
        "from plumbline import engine\n"
        "assert all(callable(getattr(engine, name)) for name in engine.__all__), engine.__all__\n"
    )
    subprocess.run([sys.executable, "-c", program], check=True)
