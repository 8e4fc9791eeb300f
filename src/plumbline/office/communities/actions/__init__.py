"""What can be done in communities of practice."""

from plumbline.office.communities.actions.accepting import accept, retire
from plumbline.office.communities.actions.asking import answer, ask, vote
from plumbline.office.communities.actions.changing import change_words, withdraw_words
from plumbline.office.communities.actions.communities import begin_community, change_community, join, leave
from plumbline.office.communities.actions.moderating import hide, show_again

__all__ = [
    "accept",
    "answer",
    "ask",
    "begin_community",
    "change_community",
    "change_words",
    "hide",
    "join",
    "leave",
    "retire",
    "show_again",
    "vote",
    "withdraw_words",
]
