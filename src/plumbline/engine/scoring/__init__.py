"""What is worth more by weighted criteria: scores, ranks, weights by comparison two by two, weighted shortest job."""

from plumbline.engine.scoring.pairwise import ACCEPTED, Doubt, Pairwise, pairwise_weights
from plumbline.engine.scoring.scored import Measure, Score, score
from plumbline.engine.scoring.sensitivity import RankRange, rank_ranges
from plumbline.engine.scoring.wsjf import STEPS, Job, Ordered, order_jobs

__all__ = [
    "ACCEPTED",
    "STEPS",
    "Doubt",
    "Job",
    "Measure",
    "Ordered",
    "Pairwise",
    "RankRange",
    "Score",
    "order_jobs",
    "pairwise_weights",
    "rank_ranges",
    "score",
]
