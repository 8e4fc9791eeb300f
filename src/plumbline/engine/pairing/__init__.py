"""Who could be whose mentor: people in, pairs with their reasons out. Sources: docs/methods/pairing.md."""

from plumbline.engine.pairing.fit import Fit, fit_of, may_pair
from plumbline.engine.pairing.pairs import Pair, Pairing, pair_up
from plumbline.engine.pairing.people import MOST_LEVEL, Competency, Mentee, Mentor

__all__ = ["MOST_LEVEL", "Competency", "Fit", "Mentee", "Mentor", "Pair", "Pairing", "fit_of", "may_pair", "pair_up"]
