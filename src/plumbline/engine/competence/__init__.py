"""How able people are, what is asked of them, and how far apart they are. Sources: docs/methods/parity.md."""

from plumbline.engine.competence.fit import Fit, class_met, fit_of, gap, required_for
from plumbline.engine.competence.parity import FEWEST, Spread, moved, overall, spread_of
from plumbline.engine.competence.scale import HIGHEST, NOT_YET, PRACTITIONER, SCALE, WORKING, may_say_of_oneself
from plumbline.engine.competence.standing import AGE_LIMITS, Evidence, Said, Standing, standing_on

__all__ = [
    "AGE_LIMITS",
    "FEWEST",
    "HIGHEST",
    "NOT_YET",
    "PRACTITIONER",
    "SCALE",
    "WORKING",
    "Evidence",
    "Fit",
    "Said",
    "Spread",
    "Standing",
    "class_met",
    "fit_of",
    "gap",
    "may_say_of_oneself",
    "moved",
    "overall",
    "required_for",
    "spread_of",
    "standing_on",
]
