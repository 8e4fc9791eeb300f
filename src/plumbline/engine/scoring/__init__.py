"""How much a request is worth by weighted criteria: points in, a score from 0 to 100 out."""

from plumbline.engine.scoring.scored import Measure, Score, score
from plumbline.engine.scoring.sensitivity import RankRange, rank_ranges

__all__ = ["Measure", "RankRange", "Score", "rank_ranges", "score"]
