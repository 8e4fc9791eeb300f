"""A folder comes in as a ZIP file within limits, and nothing of it can lead elsewhere."""

from __future__ import annotations

import io
import zipfile

import pytest
from django.core.exceptions import ValidationError

from engine.standard.whole_standard import whole_standard
from plumbline.engine.standard import load_standard
from plumbline.office.standards import folders
from plumbline.office.standards.folders import packed, unpacked


def archive(files: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed_files:
        for name, content in files.items():
            packed_files.writestr(name, content)
    return out.getvalue()


def refusal(data: bytes) -> str:
    with pytest.raises(ValidationError) as refused:
        unpacked(data)
    return " ".join(refused.value.messages)


def test_what_went_out_comes_back_in() -> None:
    files = {name: content.decode() for name, content in whole_standard().items()}
    assert load_standard(unpacked(packed("ours", files))) == load_standard(whole_standard())


def test_a_folder_around_is_taken_off_and_hidden_files_are_left_out() -> None:
    data = archive({"ours/standard.yaml": b"a: 1\n", "ours/.git/config": b"x", "__MACOSX/ours/x": b"x"})
    assert unpacked(data) == {"standard.yaml": b"a: 1\n"}


def test_files_without_a_folder_around_are_taken_as_they_are() -> None:
    assert set(unpacked(archive({"standard.yaml": b"", "guidance/leads.md": b"x"}))) == {
        "standard.yaml",
        "guidance/leads.md",
    }


@pytest.mark.parametrize(
    "name",
    [
        "../standard.yaml",
        "a/../../standard.yaml",
        "/etc/standard.yaml",
        "guidance\\leads.md",
        "C:/standard.yaml",
        "guidance/leads.exe",
        "guidance/Le ads.md",
        "guidance//leads.md",
        "guidance/" + "a/" * 20 + "leads.md",
    ],
)
def test_a_name_that_leads_elsewhere_is_refused(name: str) -> None:
    assert "no file of this name" in refusal(archive({name: b"x", "standard.yaml": b"x"}))


@pytest.mark.parametrize("data", [b"", b"PK", b"no zip at all", archive({"standard.yaml": b"x" * 2000})[:-40]])
def test_what_is_no_zip_file_is_refused(data: bytes) -> None:
    assert "no ZIP file" in refusal(data)


def test_an_empty_one_is_refused() -> None:
    assert "no files" in refusal(archive({}))


def test_a_bomb_is_refused_before_it_fills_the_memory(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MAX_TOTAL_BYTES", 1024 * 1024)
    assert "more than 1 MB" in refusal(archive({"standard.yaml": bytes(50_000_000)}))


def test_too_many_files_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(folders, "MAX_FILES", 3)
    assert "4 files" in refusal(archive({f"guidance/a{number}.md": b"x" for number in range(4)}))
