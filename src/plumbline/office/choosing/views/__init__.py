"""Pages of scenarios and the plan of record."""

from plumbline.office.choosing.views.candidates import add_candidate, candidate, gather, move, rank, remove
from plumbline.office.choosing.views.criteria import criteria, pairs
from plumbline.office.choosing.views.deciding import approve, cancel, record, record_file, records, select
from plumbline.office.choosing.views.scenarios import (
    add,
    archive,
    compare,
    compare_file,
    copy,
    edit,
    export,
    pictures,
    scenario,
    scenarios,
)

__all__ = [
    "add",
    "add_candidate",
    "approve",
    "archive",
    "cancel",
    "candidate",
    "compare",
    "compare_file",
    "copy",
    "criteria",
    "edit",
    "export",
    "gather",
    "move",
    "pairs",
    "pictures",
    "rank",
    "record",
    "record_file",
    "records",
    "remove",
    "scenario",
    "scenarios",
    "select",
]
