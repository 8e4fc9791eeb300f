"""Finds a standard by name in the library, or by path on disk."""

from __future__ import annotations

from difflib import get_close_matches
from pathlib import Path

from plumbline import library
from plumbline.engine.standard import InvalidStandard, Problem, Standard, bundle, load_standard
from plumbline.engine.standard.layers import BASE_FOLDER, STANDARD
from plumbline.engine.standard.load import MAX_FILES, MAX_TOTAL_BYTES

DEFAULT = "predictive"


def standard_named(name_or_path: str) -> Standard:
    """The standard of that name in the library, or in that folder. Raises ``InvalidStandard``."""
    return load_standard(files_of(name_or_path))


def files_of(name_or_path: str) -> dict[str, bytes]:
    """The files of a standard, those of the standard it is based on among them. Raises ``InvalidStandard``."""
    return bundle(_own_files_of(name_or_path), _base)


def _own_files_of(name_or_path: str) -> dict[str, bytes]:
    if name_or_path in library.names():
        return library.files_of(name_or_path)
    folder = Path(name_or_path)
    if not folder.is_dir():
        raise _nothing_there(name_or_path, folder)
    return _files_in(folder)


def _base(name: str) -> dict[str, bytes]:
    if name in library.names():
        return library.files_of(name)
    names = ", ".join(library.names())
    message = f"the library has no standard {name!r}, only {names}; put the files of {name} into {BASE_FOLDER}{name}/"
    raise InvalidStandard(Problem(STANDARD, "based_on", message))


def _nothing_there(name_or_path: str, folder: Path) -> InvalidStandard:
    if folder.exists():
        return InvalidStandard(Problem(name_or_path, "", "a standard is a folder; this is a file"))
    names = library.names()
    near = get_close_matches(name_or_path, names, n=1)
    meant = f"; did you mean {near[0]}?" if near else f"; the library holds {', '.join(sorted(names))}"
    return InvalidStandard(Problem(name_or_path, "", f"no standard of this name and no such folder{meant}"))


def _files_in(folder: Path) -> dict[str, bytes]:
    """Every file but hidden ones; the engine says which do not belong in a standard."""
    files: dict[str, bytes] = {}
    size = 0
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if not path.is_file() or any(part.startswith(".") for part in inside.parts):
            continue
        size += path.stat().st_size
        if len(files) == MAX_FILES or size > MAX_TOTAL_BYTES:
            limits = f"{MAX_FILES:,} files or {MAX_TOTAL_BYTES // 1024**2} MB"
            raise InvalidStandard(Problem(str(folder), "", f"the folder holds more than {limits}; this is no standard"))
        files[inside.as_posix()] = path.read_bytes()
    return files
