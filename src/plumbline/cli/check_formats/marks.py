"""How the outcome of a rule, or of a practice, is marked at the beginning of its line."""

from __future__ import annotations

from plumbline.cli.terminal import Part
from plumbline.engine.rules.rule import Outcome

MARK: dict[Outcome, Part] = {
    Outcome.PASS: ("pass  ", "green"),
    Outcome.FAIL: ("FAIL  ", "bold red"),
    Outcome.NOT_ASSESSABLE: ("n/a   ", "dim"),
    Outcome.WAIVED: ("waived", "blue"),
}
