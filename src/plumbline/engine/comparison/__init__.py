"""Two versions of a plan side by side: what changed, what looks wrong about it, and what moved the finish."""

from plumbline.engine.comparison.attribution import FinishMove, Move, Part, what_moved_the_finish
from plumbline.engine.comparison.compare import compare
from plumbline.engine.comparison.kinds import Cause, ChangeKind, How, SuspicionKind, Thing
from plumbline.engine.comparison.records import Change, Comparison, Suspicion

__all__ = [
    "Cause",
    "Change",
    "ChangeKind",
    "Comparison",
    "FinishMove",
    "How",
    "Move",
    "Part",
    "Suspicion",
    "SuspicionKind",
    "Thing",
    "compare",
    "what_moved_the_finish",
]
