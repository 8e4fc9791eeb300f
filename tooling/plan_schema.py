"""Writes docs/json/plan.schema.json from the records of a schedule.

.venv/bin/python -m tooling.plan_schema
"""

from __future__ import annotations

import json
from pathlib import Path

from plumbline.engine.readers.plan_document.schema import plan_schema

FILE = Path(__file__).resolve().parents[1] / "docs" / "json" / "plan.schema.json"


def main() -> None:
    FILE.write_text(text(), encoding="utf-8")


def text() -> str:
    return json.dumps(plan_schema(), indent=2) + "\n"


if __name__ == "__main__":
    main()
