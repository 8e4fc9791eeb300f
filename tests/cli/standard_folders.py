"""Standards on disk, made from the one that comes with Plumbline."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from plumbline import library


def write_standard(folder: Path, change_rules: Callable[[dict[str, Any]], object]) -> None:
    """Write the predictive standard into ``folder``, its rules changed."""
    for name, content in library.files_of("predictive").items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    rules = folder / "rules.yaml"
    data = yaml.safe_load(rules.read_text(encoding="utf-8"))
    change_rules(data["rules"])
    rules.write_text(yaml.safe_dump(data), encoding="utf-8")
