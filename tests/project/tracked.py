"""The files that are part of the project, as git knows them."""

from __future__ import annotations

import subprocess
from functools import cache
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PYTHON_FOLDERS = ("src", "tests", "tooling", "bench")


@cache
def tracked_files() -> tuple[Path, ...]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=REPOSITORY, capture_output=True, check=True).stdout
    paths = (REPOSITORY / name for name in listed.decode().split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def name_of(path: Path) -> str:
    return path.relative_to(REPOSITORY).as_posix()


def files_with(*suffixes: str, under: tuple[str, ...] = ("",)) -> list[Path]:
    return [
        path
        for path in tracked_files()
        if path.suffix in suffixes and name_of(path).startswith(under) and "migrations" not in path.parts
    ]


def text_of(path: Path) -> str | None:
    """The text of a file, or nothing where it is no text."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return None


def places(pattern_found_in: list[tuple[Path, int, str]]) -> str:
    return "\n".join(f"{name_of(path)}:{line}: {found}" for path, line, found in pattern_found_in)
