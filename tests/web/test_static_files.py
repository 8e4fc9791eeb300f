"""Styles, scripts and pictures under names that say what is in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command


@pytest.fixture
def collected(tmp_path: Path, settings: Any) -> Path:
    settings.STATIC_ROOT = tmp_path
    settings.STORAGES = {**settings.STORAGES, "staticfiles": {"BACKEND": "plumbline.web.static_files.HashedFiles"}}
    call_command("collectstatic", interactive=False, verbosity=0)
    return tmp_path


def test_our_modules_import_each_other_by_names_with_a_hash(collected: Path) -> None:
    folder = collected / "js" / "plan"
    (editor,) = folder.glob("editor.*.js")
    imported = re.findall(r'from "\./([^"]+)"', editor.read_text())
    assert len(imported) > 10
    assert all(re.fullmatch(r"\w+\.[0-9a-f]{12}\.js", name) and (folder / name).is_file() for name in imported)
