"""The pages of the catalogue say what the code says."""

from __future__ import annotations

import pytest

from tooling.catalogue import FOLDER, PAGES


@pytest.mark.parametrize("name", PAGES)
def test_the_page_is_what_the_code_says(name: str) -> None:
    assert (FOLDER / name).read_text(encoding="utf-8") == PAGES[name](), "run: .venv/bin/python -m tooling.catalogue"
