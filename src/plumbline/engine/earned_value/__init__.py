"""Earned value and earned schedule: what was planned, what is done, what it cost, and what follows from them."""

from plumbline.engine.earned_value.at_completion import FAMILY, Estimate
from plumbline.engine.earned_value.figure import Figure
from plumbline.engine.earned_value.series import NAMES, PeriodFigures, Series, analyse
from plumbline.engine.earned_value.standing import Standing

__all__ = ["FAMILY", "NAMES", "Estimate", "Figure", "PeriodFigures", "Series", "Standing", "analyse"]
