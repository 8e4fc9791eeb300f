"""The pages of who leads which project, and of those who do."""

from plumbline.office.leading.views.assigning import assign, classes
from plumbline.office.leading.views.caseload import caseload, export, own, profile
from plumbline.office.leading.views.helping import answer, ask, help_desk, help_wanted, take, withdraw
from plumbline.office.leading.views.one_to_ones import close, do, one_to_one, plan

__all__ = [
    "answer",
    "ask",
    "assign",
    "caseload",
    "classes",
    "close",
    "do",
    "export",
    "help_desk",
    "help_wanted",
    "one_to_one",
    "own",
    "plan",
    "profile",
    "take",
    "withdraw",
]
