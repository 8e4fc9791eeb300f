"""Criteria as files: ``.feature`` files with tags, and skeletons of tests that run them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping

from plumbline.engine.gherkin import Written, feature_text, pending_tests
from plumbline.office.acceptance.queries.rows import CriterionRow

NO_DATE = (1980, 1, 1, 0, 0, 0)
"""The same criteria are the same file, whenever it is fetched."""


def written(row: CriterionRow) -> Written:
    one = row.criterion
    required = (f"@{one.requirement.reference}",) if one.requirement else ()
    tags = (f"@{one.reference}", *required, f"@{one.deliverable.reference}")
    kind = one.kind if one.kind in ("plain", "checklist") else "gherkin"
    return Written(tags, one.title, kind, row.text.text, one.get_method_display().lower())  # type: ignore[arg-type]


def features(rows: Iterable[CriterionRow]) -> dict[str, str]:
    """By path: a folder for each deliverable, a file for each criterion."""
    found = {}
    for row in rows:
        one = written(row)
        found[f"{row.criterion.deliverable.reference}/{one.file_name}"] = feature_text(one)
    return found


def skeletons(rows: Iterable[CriterionRow]) -> dict[str, str]:
    """By path: a folder for each deliverable that has scenarios, which pytest runs as it is."""
    by_deliverable: dict[str, list[CriterionRow]] = {}
    for row in rows:
        by_deliverable.setdefault(row.criterion.deliverable.reference, []).append(row)
    found: dict[str, str] = {}
    for reference, group in by_deliverable.items():
        texts = {one.file_name: feature_text(one) for one in map(written, group)}
        module = f"test_{reference.lower().replace('-', '_')}.py"
        files = pending_tests(texts, str(group[0].criterion.deliverable), module)
        found |= {f"{reference}/{path}": text for path, text in files.items()}
    return found


def zipped(files: Mapping[str, str]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as folder:
        for path, text in sorted(files.items()):
            folder.writestr(zipfile.ZipInfo(path, NO_DATE), text.encode(), zipfile.ZIP_DEFLATED)
    return out.getvalue()
