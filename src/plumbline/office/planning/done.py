"""What an edit has come to."""

from __future__ import annotations

from dataclasses import dataclass

from plumbline.office.planning.models import PlanDraft


@dataclass(frozen=True)
class Done:
    """``before`` and ``after`` are revisions; they are the same where the edit changed nothing."""

    draft: PlanDraft
    before: int
    after: int
    words: str
