"""The guide's examples are a standard that works."""

from __future__ import annotations

import re
from pathlib import Path

from engine.standard.small_standard import GUIDANCE
from plumbline.engine.standard import lint_files, load_standard


def test_the_files_shown_in_the_guide_make_a_standard(repository: Path) -> None:
    page = (repository / "docs" / "guides" / "write-a-standard.md").read_text(encoding="utf-8")
    shown = re.findall(r"^## (\w+\.yaml)\n\n```yaml\n(.*?)```", page, re.MULTILINE | re.DOTALL)
    files = {name: text.encode() for name, text in shown}
    files |= {f"guidance/{rule}.md": GUIDANCE.encode() for rule in ("leads", "high_float")}
    files["templates/business_case.md"] = b"# Business case\n"
    standard = load_standard(files)
    assert list(standard.gates) == ["investment"]
    assert list(standard.roles) == ["sponsor", "project_manager", "team"]
    assert (standard.name, list(standard.rules)) == ("ours", ["leads", "high_float"])
    assert [each.key for each in lint_files(files)] == ["rules.high_float.limit"]
