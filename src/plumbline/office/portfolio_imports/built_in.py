"""The maps that come with the program: public portfolios of governments, one file each in ``maps/``."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from plumbline.office.portfolio_imports.column_map import MapSpec

FOLDER = Path(__file__).parent / "maps"


@cache
def built_in_maps() -> tuple[MapSpec, ...]:
    files = sorted(FOLDER.glob("*.yaml"))
    return tuple(MapSpec.model_validate(yaml.safe_load(each.read_text(encoding="utf-8"))) for each in files)
