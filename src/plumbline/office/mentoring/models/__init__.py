"""Programmes of mentoring, who takes part, the pairs, and what the two of a pair keep."""

from plumbline.office.mentoring.models.between_two import CheckIn, ClosingReview, PairAction, PairNote, Session
from plumbline.office.mentoring.models.pairs import Pair
from plumbline.office.mentoring.models.programmes import MentoringProgramme, Offer, Wish

__all__ = [
    "CheckIn",
    "ClosingReview",
    "MentoringProgramme",
    "Offer",
    "Pair",
    "PairAction",
    "PairNote",
    "Session",
    "Wish",
]
