"""An archive as it is handed in: whether it is one, whole and unaltered, and within limits."""

from __future__ import annotations

import hashlib
import json
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from plumbline.office.archive import contents

Progress = Callable[[int, int], None]
MOST_MISTAKES = 50
CHUNK = 2**20
MOST_MANIFEST = 64 * 2**20
PACKED_AS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
"""Others are not unpacked: each fails in its own way when it is damaged."""


class UnreadableArchive(ValueError):
    """Nothing was taken from it. ``mistakes`` says by file and line what is wrong."""

    def __init__(self, *mistakes: str) -> None:
        super().__init__("; ".join(mistakes))
        self.mistakes = mistakes


class Archived:
    """The files of an archive whose hashes have been checked."""

    def __init__(self, file: zipfile.ZipFile, manifest: dict[str, Any]) -> None:
        self._file = file
        self.manifest = manifest
        self.organisation: dict[str, Any] = manifest["organisation"]

    def tables(self) -> list[str]:
        """Labels of the models that it has rows of."""
        names = [each for each in self.manifest["files"] if each.startswith("tables/")]
        return [each.removeprefix("tables/").removesuffix(".jsonl") for each in names]

    def lines(self, name: str) -> Iterator[tuple[int, dict[str, Any]]]:
        """Line by line with its number. Raises ``UnreadableArchive`` at one that is no row."""
        with self._file.open(name) as lines:
            for number, line in enumerate(iter(lambda: lines.readline(contents.LONGEST_LINE + 1), b""), start=1):
                if len(line) > contents.LONGEST_LINE:
                    raise UnreadableArchive(f"{name}, line {number}: it is longer than a row may be.")
                try:
                    row = json.loads(line)
                except ValueError as error:
                    raise UnreadableArchive(f"{name}, line {number}: it is no JSON.") from error
                if not isinstance(row, dict):
                    raise UnreadableArchive(f"{name}, line {number}: a row is an object with a value for each column.")
                yield number, row

    def has_file(self, digest: object) -> bool:
        return f"files/{digest}" in self.manifest["files"]

    def content(self, digest: str) -> bytes:
        return self._file.read(f"files/{digest}")


@contextmanager
def archive_at(path: Path, progress: Progress = lambda done, parts: None) -> Iterator[Archived]:
    """Raises ``UnreadableArchive`` for what is no archive of ours, of a newer format, damaged or too large.

    ``progress`` is told how many of its files have been checked.
    """
    try:
        with zipfile.ZipFile(path) as file:
            _check_names(file)
            manifest = _manifest(file)
            _check_files(file, manifest["files"], progress)
            yield Archived(file, manifest)
    except (zipfile.BadZipFile, zipfile.LargeZipFile, zlib.error, EOFError, RuntimeError, UnicodeDecodeError) as error:
        raise UnreadableArchive(f"{path.name} is no ZIP file, or it is damaged.") from error


def _check_names(file: zipfile.ZipFile) -> None:
    entries = file.infolist()
    if len(entries) > contents.MOST_FILES:
        raise UnreadableArchive(f"It has {len(entries)} files; an archive has {contents.MOST_FILES} at most.")
    if sum(each.file_size for each in entries) > contents.MOST_BYTES:
        raise UnreadableArchive("It is larger than an archive may be once it is unpacked.")
    if any(each.filename.startswith("files/") and each.file_size > contents.LARGEST_FILE for each in entries):
        raise UnreadableArchive("A file in it is larger than a file may be.")
    if any(each.compress_type not in PACKED_AS for each in entries):
        raise UnreadableArchive("A file in it is compressed in a way that is not read: use stored or deflated.")
    names = [each.filename for each in entries]
    strange = [each for each in names if not contents.NAMES.fullmatch(each)]
    if strange or len(set(names)) < len(names):
        raise UnreadableArchive(
            *(f"{each}: an archive has no file of this name." for each in strange[:MOST_MISTAKES]),
            *(["A file is in it twice."] if len(set(names)) < len(names) else []),
        )


def _manifest(file: zipfile.ZipFile) -> dict[str, Any]:
    if contents.MANIFEST not in file.namelist():
        raise UnreadableArchive("It has no manifest.json, so it is no archive of an organisation.")
    if file.getinfo(contents.MANIFEST).file_size > MOST_MANIFEST:
        raise UnreadableArchive("manifest.json is larger than it may be.")
    try:
        manifest: dict[str, Any] = json.loads(file.read(contents.MANIFEST))
        found = manifest["format"]
        whose = manifest["organisation"]
        is_whole = all(isinstance(each["size"], int) and each["sha256"] for each in manifest["files"].values())
        is_whole &= all(isinstance(whose[each], kind) for each, kind in (("id", int), ("name", str), ("slug", str)))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise UnreadableArchive("manifest.json does not say what an archive has to say.") from error
    if found != contents.FORMAT:
        raise UnreadableArchive(
            f"It is of format {found}, and this version of Plumbline reads format {contents.FORMAT}: use a newer one."
        )
    if not is_whole:
        raise UnreadableArchive("manifest.json does not say what an archive has to say.")
    return manifest


def _check_files(file: zipfile.ZipFile, told: dict[str, dict[str, Any]], progress: Progress) -> None:
    there = set(file.namelist()) - {contents.MANIFEST}
    mistakes = [f"{each}: it is missing." for each in sorted(told.keys() - there)]
    mistakes += [f"{each}: the manifest does not name it." for each in sorted(there - told.keys())]
    for done, each in enumerate(sorted(there & told.keys()), start=1):
        mistakes += filter(None, [_wrong(file, each, told[each])])
        progress(done, len(told))
    if mistakes:
        raise UnreadableArchive(*mistakes[:MOST_MISTAKES])


def _wrong(file: zipfile.ZipFile, name: str, told: dict[str, Any]) -> str:
    """Read no further than the size that is told: a file that unpacks to more is not believed."""
    digest, size = hashlib.sha256(), 0
    with file.open(name) as source:
        while size <= told["size"] and (chunk := source.read(CHUNK)):
            digest.update(chunk)
            size += len(chunk)
    if size != told["size"] or digest.hexdigest() != told["sha256"]:
        return f"{name}: it is not what the manifest says; it was damaged or altered."
    by_hash = name.startswith("files/") and name != f"files/{digest.hexdigest()}"
    return f"{name}: its name is not its hash." if by_hash else ""
