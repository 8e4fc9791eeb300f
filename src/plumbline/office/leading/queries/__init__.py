"""Questions about who leads which project, and about those who do."""

from plumbline.office.leading.queries.caseload import Caseload, Load, Over, caseload, load_of, overloaded
from plumbline.office.leading.queries.choosing import suggested
from plumbline.office.leading.queries.classes import classes_in
from plumbline.office.leading.queries.helping import asked_by, help_in, help_wanted, waiting
from plumbline.office.leading.queries.one_to_ones import agreed, agreed_action, due_again, of, one_to_one, own_notes

__all__ = [
    "Caseload",
    "Load",
    "Over",
    "agreed",
    "agreed_action",
    "asked_by",
    "caseload",
    "classes_in",
    "due_again",
    "help_in",
    "help_wanted",
    "load_of",
    "of",
    "one_to_one",
    "overloaded",
    "own_notes",
    "suggested",
    "waiting",
]
