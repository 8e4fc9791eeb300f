"""The pages of project requests."""

from plumbline.office.intake.views.deciding import accept, decline, hold, merge
from plumbline.office.intake.views.judging import ask, pass_on, ranking, ranking_file, score, screen
from plumbline.office.intake.views.reading import one, requests, say
from plumbline.office.intake.views.writing import new, summary, withdraw, write

__all__ = [
    "accept",
    "ask",
    "decline",
    "hold",
    "merge",
    "new",
    "one",
    "pass_on",
    "ranking",
    "ranking_file",
    "requests",
    "say",
    "score",
    "screen",
    "summary",
    "withdraw",
    "write",
]
