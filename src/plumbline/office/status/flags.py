"""What the flags of the engine are called on screen."""

from __future__ import annotations

from plumbline.engine.divergence import WEAK_CONFIDENCE, Flag

FLAG_WORDS = {
    Flag.WATERMELON: ("Watermelon", "Watermelons", "reported green, the evidence is red"),
    Flag.WARNING: ("Warning", "Warnings", "better than the evidence two periods in a row"),
    Flag.WEAK_CONFIDENCE: (
        "Weak confidence",
        "Weak confidence",
        f"reported green, the team's confidence is {WEAK_CONFIDENCE} or less of 5",
    ),
    Flag.PESSIMISM: ("Pessimism", "Pessimists", "reported worse than the evidence"),
    Flag.RED_CLIFF: ("Red cliff", "Red cliffs", "green for long, then red in one step"),
    Flag.UNMOVED: ("Unmoved", "Unmoved", "the same colour while the forecast gets worse"),
}
"""One, many, and what it means."""
