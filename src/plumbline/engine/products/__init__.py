"""What augmentations of a product are worth, and how many are expected by now. Sources: docs/methods/products.md."""

from plumbline.engine.products.expectation import Drift, Level, Life, Step, drift, drift_by_year, level_on
from plumbline.engine.products.value import Cost, Worth, gained, share_of_the_way, worth

__all__ = [
    "Cost",
    "Drift",
    "Level",
    "Life",
    "Step",
    "Worth",
    "drift",
    "drift_by_year",
    "gained",
    "level_on",
    "share_of_the_way",
    "worth",
]
