"""The pages of services."""

from plumbline.office.services.views.catalogue import (
    add,
    add_question,
    archive,
    booklet,
    catalogue,
    catalogue_file,
    edit,
    remove_question,
    restore,
    service,
    take,
)
from plumbline.office.services.views.effort import correct, effort
from plumbline.office.services.views.requests import ask, do, mine, queue, queue_file, request
from plumbline.office.services.views.value import rate, value, value_file

__all__ = [
    "add",
    "add_question",
    "archive",
    "ask",
    "booklet",
    "catalogue",
    "catalogue_file",
    "correct",
    "do",
    "edit",
    "effort",
    "mine",
    "queue",
    "queue_file",
    "rate",
    "remove_question",
    "request",
    "restore",
    "service",
    "take",
    "value",
    "value_file",
]
