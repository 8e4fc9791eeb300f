"""The folder of a standard as a ZIP file, in and out. What comes in is read within limits, never unpacked to disk."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from django.core.exceptions import ValidationError

from plumbline.engine.standard.load import MAX_FILES, MAX_TOTAL_BYTES

PATH = re.compile(r"^(?:[a-z0-9][a-z0-9_]*/){0,12}(?:[a-z0-9][a-z0-9_]*\.(?:yaml|md)|README\.md)$")
"""How the files of a standard are called: no way leads out of the folder, and every system can write them."""


def packed(name: str, files: Mapping[str, str]) -> bytes:
    """All files in one folder of that name."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        for path, text in files.items():
            folder.writestr(f"{name}/{path}", text)
    return out.getvalue()


def unpacked(data: bytes) -> dict[str, bytes]:
    """The files in a ZIP file, without the one folder that may be around them; hidden files are left out.

    Raises ``ValidationError`` for what is no ZIP file, is too large, or has a name that no file of a standard has.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = dict(_contents(archive))
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise ValidationError("This is no ZIP file that can be read, or it has a password.") from error
    if not files:
        raise ValidationError("There are no files in it.")
    files = _without_folder_around(files)
    for path in sorted(files):
        if not PATH.match(path):
            raise ValidationError(f"{path[:120]!r}: a standard has no file of this name.")
    return files


def _contents(archive: zipfile.ZipFile) -> Iterator[tuple[str, bytes]]:
    entries = [each for each in archive.infolist() if not each.is_dir() and not _is_hidden(each.filename)]
    if len(entries) > MAX_FILES:
        raise ValidationError(f"There are {len(entries):,} files in it; {MAX_FILES:,} are allowed.")
    left = MAX_TOTAL_BYTES
    for each in entries:
        with archive.open(each) as file:
            content = file.read(left + 1)
        left -= len(content)
        if left < 0:
            raise ValidationError(f"It unpacks to more than {MAX_TOTAL_BYTES // 1024**2} MB.")
        yield each.filename, content


def _is_hidden(name: str) -> bool:
    return any(part.startswith((".", "__MACOSX")) and part not in (".", "..") for part in name.split("/"))


def _without_folder_around(files: dict[str, bytes]) -> dict[str, bytes]:
    around = {path.partition("/")[0] for path in files}
    if len(around) == 1 and "standard.yaml" not in files:
        (folder,) = around
        return {path.removeprefix(f"{folder}/"): content for path, content in files.items()}
    return files
