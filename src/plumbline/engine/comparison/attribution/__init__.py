"""What moved the finish, and by how much: the move in parts that add up to it."""

from plumbline.engine.comparison.attribution.attribute import what_moved_the_finish
from plumbline.engine.comparison.attribution.records import FinishMove, Move, Part

__all__ = ["FinishMove", "Move", "Part", "what_moved_the_finish"]
