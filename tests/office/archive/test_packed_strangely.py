"""Archives that were packed in a way in which ours never are."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from plumbline.office.archive.reading import UnreadableArchive, archive_at


@pytest.mark.parametrize("packed", [zipfile.ZIP_LZMA, zipfile.ZIP_BZIP2])
def test_a_damaged_file_is_refused_in_words_however_it_was_packed(tmp_path: Path, packed: int) -> None:
    path = tmp_path / "damaged.zip"
    with zipfile.ZipFile(path, "w", packed) as file:
        file.writestr("manifest.json", "{}" * 500)
    whole = path.read_bytes()
    begin = 30 + len("manifest.json")
    path.write_bytes(whole[: begin + 4] + b"\xff" * 20 + whole[begin + 24 :])
    with pytest.raises(UnreadableArchive), archive_at(path):
        pass


def test_a_name_that_is_no_text_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "named.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("manifést.json", "{}")
    path.write_bytes(path.read_bytes().replace("é".encode(), b"\xff\xff"))
    with pytest.raises(UnreadableArchive), archive_at(path):
        pass
