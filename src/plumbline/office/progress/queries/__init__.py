"""Questions about how activities stand."""

from plumbline.office.progress.queries.mine import MOST_SHOWN, Mine, ShownActivity, Told, my_activities
from plumbline.office.progress.queries.names import NamesInPlan, names_in, owns, who_is_who
from plumbline.office.progress.queries.overdue import MyDay, OfProject, Overdue, my_day, of_project, overdue_in
from plumbline.office.progress.queries.told import (
    ToldPage,
    asked_about,
    history_of,
    history_of_activity,
    shown_of,
    told_page,
)
from plumbline.office.progress.queries.words import waiting, waiting_of

__all__ = [
    "MOST_SHOWN",
    "Mine",
    "MyDay",
    "NamesInPlan",
    "OfProject",
    "Overdue",
    "ShownActivity",
    "Told",
    "ToldPage",
    "asked_about",
    "history_of",
    "history_of_activity",
    "my_activities",
    "my_day",
    "names_in",
    "of_project",
    "overdue_in",
    "owns",
    "shown_of",
    "told_page",
    "waiting",
    "waiting_of",
    "who_is_who",
]
