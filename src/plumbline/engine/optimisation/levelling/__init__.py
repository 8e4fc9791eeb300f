"""Levelling: plans that share people and machines, made so that there is enough of everybody at any time."""

from plumbline.engine.optimisation.levelling.checker import Broken, Key, Kind, Placed, check
from plumbline.engine.optimisation.levelling.level import Objective, level, level_by_rule, warmed_up
from plumbline.engine.optimisation.levelling.machine import PYTHON, Machine, fastest
from plumbline.engine.optimisation.levelling.proof import Proof
from plumbline.engine.optimisation.levelling.result import Full, Levelled, Move, ProjectResult
from plumbline.engine.optimisation.levelling.rules import Rule
from plumbline.engine.optimisation.levelling.schemes import Scheme
from plumbline.engine.optimisation.levelling.search import Effort
from plumbline.engine.optimisation.levelling.situation import CannotLevel, Wish
from plumbline.engine.optimisation.levelling.skills import Sharing

__all__ = [
    "PYTHON",
    "Broken",
    "CannotLevel",
    "Effort",
    "Full",
    "Key",
    "Kind",
    "Levelled",
    "Machine",
    "Move",
    "Objective",
    "Placed",
    "ProjectResult",
    "Proof",
    "Rule",
    "Scheme",
    "Sharing",
    "Wish",
    "check",
    "fastest",
    "level",
    "level_by_rule",
    "warmed_up",
]
