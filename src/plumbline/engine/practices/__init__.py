"""The best practices that a review of a schedule asks after, and what the rules can say about each."""

from plumbline.engine.practices.by_practice import PracticeResult, by_practice, practices_of, rules_of
from plumbline.engine.practices.gao import PRACTICES, Characteristic, Practice

__all__ = ["PRACTICES", "Characteristic", "Practice", "PracticeResult", "by_practice", "practices_of", "rules_of"]
