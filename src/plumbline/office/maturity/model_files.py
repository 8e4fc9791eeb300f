"""The maturity model as files: a folder for each version, a file for each perspective. A version never changes."""

from __future__ import annotations

from functools import cache
from importlib.resources import files

import yaml

from plumbline.engine.maturity import MaturityModel, model_from

CURRENT = "1"
ORDER = ("control", "benefits", "finance", "stakeholders", "risk", "governance", "resources")


@cache
def model_of(version: str = CURRENT) -> MaturityModel:
    """Raises ``KeyError`` for a version that there is not."""
    folder = files(__package__).joinpath("model", version)
    if not version.isalnum() or not folder.is_dir():
        raise KeyError(f"there is no version {version!r} of the maturity model")
    levels, *perspectives = (
        yaml.safe_load(folder.joinpath(f"{name}.yaml").read_text(encoding="utf-8")) for name in ("levels", *ORDER)
    )
    return model_from(version, levels, perspectives)
