"""The pages of objectives."""

from plumbline.office.strategy.views.alignments import align, align_project, of_project, unalign
from plumbline.office.strategy.views.objectives import (
    add,
    archive,
    edit,
    export,
    measure,
    objective,
    objectives,
    restore,
)

__all__ = [
    "add",
    "align",
    "align_project",
    "archive",
    "edit",
    "export",
    "measure",
    "objective",
    "objectives",
    "of_project",
    "restore",
    "unalign",
]
