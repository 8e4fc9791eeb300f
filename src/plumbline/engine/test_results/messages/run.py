"""What the messages say of the run as a whole."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from plumbline.engine.test_results.records import RunInfo, cut


def run_of(format: str, meta: dict[str, Any]) -> RunInfo:
    tool = meta.get("implementation") or {}
    ci = meta.get("ci") or {}
    git = ci.get("git") or {}
    return RunInfo(
        format,
        tool=cut(f"{tool.get('name', '')} {tool.get('version', '')}".strip(), 120),
        revision=cut(git.get("revision", ""), 120),
        branch=cut(git.get("branch", ""), 200),
        address=cut(ci.get("url", ""), 500),
    )


def begun(said: dict[str, Any]) -> datetime | None:
    try:
        return datetime.fromtimestamp(seconds_in(said.get("timestamp")), tz=UTC)
    except (ValueError, OverflowError, OSError):
        return None


def seconds_in(moment: Any) -> float:
    """Of a duration or moment in seconds and nanoseconds, which some write as text."""
    return float(moment.get("seconds") or 0) + float(moment.get("nanos") or 0) / 1e9 if moment else 0.0


def problem_of(kind: str, said: Any) -> str:
    """What broke outside of any scenario, as a sentence, or nothing."""
    if kind == "parseError":
        where = (said.get("source") or {}).get("uri", "")
        return cut(f"{where}: {said.get('message', 'cannot be parsed')}", 300)
    if kind == "testRunHookFinished":
        result = said.get("result") or {}
        if str(result.get("status", "")).upper() not in ("PASSED", "SKIPPED"):
            return cut(f"A hook around the whole run failed: {result.get('message', '')}", 300)
    if kind == "testRunFinished" and (thrown := said.get("exception")):
        return cut(f"The run broke off: {thrown.get('message') or thrown.get('type', '')}", 300)
    return ""
