"""Reports beside evidence as lines of a table."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from plumbline.office.status.flags import FLAG_WORDS
from plumbline.office.status.models import ReportedBeside


def lines_of(rows: Iterable[Any]) -> Iterator[list[Any]]:
    """The heading and one line for each; ``rows`` as from ``queries.divergence.named``."""
    yield [
        "Code", "Project", "Programme", "Manager", "Dimension", "Reported", "Evidence", "Divergence", "Flags",
        "Contested", "Go-to-green plan", "Last report",
    ]  # fmt: skip
    for row in rows:
        project = row.project
        yield [
            project.code,
            project.name,
            project.programme.name if project.programme else "",
            project.manager.name if project.manager else "",
            row.title,
            row.reported,
            row.evidence,
            row.divergence,
            ", ".join(words[0] for flag, words in FLAG_WORDS.items() if flag in row.flags),
            "yes" if row.contested else "no",
            "yes" if row.has_plan else "no",
            _last_report(row),
        ]


def _last_report(row: ReportedBeside) -> Any:
    report = row.project.reporting.report
    return report.as_of if report else None
