"""The pages of progress."""

from plumbline.office.progress.views.by_link import listed, tell
from plumbline.office.progress.views.mine import activity, mine, take_back
from plumbline.office.progress.views.owners import owners
from plumbline.office.progress.views.told import accept, activities, project, refuse, remind, told_file

__all__ = [
    "accept",
    "activities",
    "activity",
    "listed",
    "mine",
    "owners",
    "project",
    "refuse",
    "remind",
    "take_back",
    "tell",
    "told_file",
]
