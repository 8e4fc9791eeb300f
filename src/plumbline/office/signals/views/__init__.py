"""The pages of signals."""

from plumbline.office.signals.views.lists import done, office, office_file, overview
from plumbline.office.signals.views.page import by_link, do, signal
from plumbline.office.signals.views.raising import raise_one
from plumbline.office.signals.views.times import promises, times, times_file

__all__ = [
    "by_link",
    "do",
    "done",
    "office",
    "office_file",
    "overview",
    "promises",
    "raise_one",
    "signal",
    "times",
    "times_file",
]
