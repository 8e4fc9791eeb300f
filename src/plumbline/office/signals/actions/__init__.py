"""What can be done with signals."""

from plumbline.office.signals.actions.answering import answer, close, hand_over, open_for_all
from plumbline.office.signals.actions.becoming import become_draft, become_entry
from plumbline.office.signals.actions.promising import set_promises
from plumbline.office.signals.actions.raising import hash_of, raise_anonymously, raise_signal, reword, withdraw
from plumbline.office.signals.actions.sweeping import keep_up
from plumbline.office.signals.actions.talking import comment, comment_by_link, vote

__all__ = [
    "answer",
    "become_draft",
    "become_entry",
    "close",
    "comment",
    "comment_by_link",
    "hand_over",
    "hash_of",
    "keep_up",
    "open_for_all",
    "raise_anonymously",
    "raise_signal",
    "reword",
    "set_promises",
    "vote",
    "withdraw",
]
