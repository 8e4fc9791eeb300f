"""The pages of communities of practice."""

from plumbline.office.communities.views.changing import edit_answer, edit_question
from plumbline.office.communities.views.communities import add, belong, community, edit, overview
from plumbline.office.communities.views.questions import ask, do_answer, do_question, question

__all__ = [
    "add",
    "ask",
    "belong",
    "community",
    "do_answer",
    "do_question",
    "edit",
    "edit_answer",
    "edit_question",
    "overview",
    "question",
]
