"""Instances of the scheduling literature are checked like any plan."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from cli.contracts import assert_keeps_contract
from cli.running import plumbline
from conftest import REAL_DATA
from engine.readers.written_instances import RCP, SM


@pytest.mark.parametrize(("name", "text"), [("small.sm", SM), ("small.rcp", RCP)])
def test_an_instance_is_checked_and_shown(tmp_path: Path, name: str, text: str) -> None:
    path = tmp_path / name
    path.write_text(text)
    checked = plumbline("check", str(path), "--format", "json")
    assert checked.exit_code in (0, 1), checked.errors
    assert_keeps_contract("check", checked.json)
    shown = plumbline("show", str(path), "--format", "json").json
    assert shown["projects"][0]["name"] == "small"


@pytest.mark.real_data
@pytest.mark.parametrize(
    "archive", ["j30.sm.zip", "j60.sm.zip", "j90.sm.zip", "j120.sm.zip", "patterson.rcp.zip", "RG300.rcp.zip"]
)
def test_a_published_instance_is_checked(tmp_path: Path, archive: str) -> None:
    with zipfile.ZipFile(REAL_DATA / "rcpsp" / archive) as packed:
        name = next(each for each in packed.namelist() if each.endswith((".sm", ".rcp")))
        path = tmp_path / Path(name).name
        path.write_bytes(packed.read(name))
    checked = plumbline("check", str(path), "--format", "json")
    assert checked.exit_code in (0, 1), checked.errors
    assert_keeps_contract("check", checked.json)
