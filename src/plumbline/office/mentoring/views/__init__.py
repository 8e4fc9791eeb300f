"""The pages of mentoring."""

from plumbline.office.mentoring.views.pairs import answer, cancel_session, do, finish, pair
from plumbline.office.mentoring.views.programmes import add, edit, export, programme, propose, take_back
from plumbline.office.mentoring.views.taking_part import offer, overview, wish

__all__ = [
    "add",
    "answer",
    "cancel_session",
    "do",
    "edit",
    "export",
    "finish",
    "offer",
    "overview",
    "pair",
    "programme",
    "propose",
    "take_back",
    "wish",
]
