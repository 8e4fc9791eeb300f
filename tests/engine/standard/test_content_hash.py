"""The same content has the same fingerprint, wherever it was written; any other content has another."""

from __future__ import annotations

from engine.standard.small_standard import RULES, small_standard
from plumbline.engine.standard import load_standard


def hash_of(files: dict[str, bytes]) -> str:
    return load_standard(files).content_hash


def test_line_ends_byte_order_marks_order_and_a_read_me_do_not_change_it() -> None:
    files = small_standard()
    elsewhere = {name: b"\xef\xbb\xbf" + files[name].replace(b"\n", b"\r\n") for name in reversed(files)}
    assert hash_of(elsewhere | {"README.md": b"About us"}) == hash_of(files)


def test_a_changed_limit_changes_it() -> None:
    assert hash_of(small_standard(rules=RULES.replace("limit: 5", "limit: 4"))) != hash_of(small_standard())


def test_changed_guidance_changes_it() -> None:
    files = small_standard()
    files["guidance/missing_logic.md"] += b"More."
    assert hash_of(files) != hash_of(small_standard())
