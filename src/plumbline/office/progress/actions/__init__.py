"""What can be done with progress."""

from plumbline.office.progress.actions.deciding import Accepted, accept, refuse
from plumbline.office.progress.actions.naming import ask_owners, forget_who, say_who
from plumbline.office.progress.actions.reading import read_plan
from plumbline.office.progress.actions.reminding import ask, remind_project, remind_who_is_due, take_back
from plumbline.office.progress.actions.telling import tell, tell_by_link, tell_for

__all__ = [
    "Accepted",
    "accept",
    "ask",
    "ask_owners",
    "forget_who",
    "read_plan",
    "refuse",
    "remind_project",
    "remind_who_is_due",
    "say_who",
    "take_back",
    "tell",
    "tell_by_link",
    "tell_for",
]
