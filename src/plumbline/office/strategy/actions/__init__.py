"""What can be done about objectives: setting them, measuring them, saying which projects are for them."""

from plumbline.office.strategy.actions.alignments import align, unalign
from plumbline.office.strategy.actions.measurements import record_measurement
from plumbline.office.strategy.actions.objectives import (
    DEEPEST,
    add_objective,
    archive_objective,
    change_objective,
    restore_objective,
)

__all__ = [
    "DEEPEST",
    "add_objective",
    "align",
    "archive_objective",
    "change_objective",
    "record_measurement",
    "restore_objective",
    "unalign",
]
