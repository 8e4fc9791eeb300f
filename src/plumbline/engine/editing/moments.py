"""Instants as they are shown and typed."""

from __future__ import annotations

from datetime import datetime, time


def moment_text(moment: datetime | None, usual: time) -> str:
    """“2026-03-02”, with the time where it is not the usual one: “2026-03-02 14:00”."""
    if moment is None:
        return ""
    return f"{moment:%Y-%m-%d}" if moment.time() == usual else f"{moment:%Y-%m-%d %H:%M}"
