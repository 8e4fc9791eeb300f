"""What a file holds, found by going through all of it before anything of it is kept."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from plumbline.engine.test_results import RunInfo, TestResult, UnreadableResults, read
from plumbline.office.test_runs.limits import LIMITS
from plumbline.office.test_runs.models.runs import GREEN, RED


@dataclass
class Survey:
    """Of the attempts that count. ``kept``: with those that were repeated."""

    info: RunInfo
    counts: Counter[str] = field(default_factory=Counter)
    seconds: float = 0.0
    kept: int = 0

    @property
    def columns(self) -> dict[str, object]:
        """Of the run."""
        total, passed = sum(self.counts.values()), sum(self.counts[each] for each in GREEN)
        failed = sum(self.counts[each] for each in RED)
        return {
            "format": self.info.format,
            "tool": self.info.tool,
            "remarks": list(self.info.problems),
            "counts": dict(self.counts),
            "total": total,
            "passed": passed,
            "failed": failed,
            "silent": total - passed - failed,
            "seconds": self.seconds,
        }


def survey(chunks: Iterable[bytes]) -> Survey:
    """Raises ``UnreadableResults`` where any of it cannot be read, or where there is nothing in it."""
    found = Survey(RunInfo(""))
    for each in read(chunks, LIMITS):
        if isinstance(each, TestResult):
            found.kept += 1
            found.seconds += each.seconds or 0.0
            if each.is_last:
                found.counts[each.status.value] += 1
        else:
            found.info = each
    if not found.kept and not found.info.problems:
        raise UnreadableResults("There is no test in the file. Look whether the tests ran at all.")
    return found
