"""The JSON Schema for editors accepts what the engine accepts."""

from __future__ import annotations

import jsonschema
import pytest
import yaml

from engine.standard.small_standard import RULES, small_standard
from plumbline import library
from plumbline.engine.standard import json_schemas
from plumbline.engine.standard.layers import FILES

NAMES = ("standard.yaml", "rules.yaml", "health.yaml")


def test_there_is_one_for_each_file() -> None:
    assert tuple(json_schemas()) == FILES


@pytest.mark.parametrize("file", NAMES)
def test_it_accepts_sound_files(file: str) -> None:
    for files in (small_standard(), library.files_of("predictive")):
        jsonschema.validate(yaml.safe_load(files[file]), json_schemas()[file])


def test_it_refuses_an_unknown_key() -> None:
    with pytest.raises(jsonschema.ValidationError, match="limti"):
        jsonschema.validate(yaml.safe_load(RULES.replace("limit", "limti")), json_schemas()["rules.yaml"])
