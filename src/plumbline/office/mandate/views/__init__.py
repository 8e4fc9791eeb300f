"""The pages of the mandate: the charter, its versions and approval, and the builder."""

from plumbline.office.mandate.views.approval import approval, approve, ask, decline
from plumbline.office.mandate.views.building import add_common, answer, chapter, remove_answer
from plumbline.office.mandate.views.charter import charter, charter_pdf, version, versions
from plumbline.office.mandate.views.parts import hold, leave, part, remove

__all__ = [
    "add_common",
    "answer",
    "approval",
    "approve",
    "ask",
    "chapter",
    "charter",
    "charter_pdf",
    "decline",
    "hold",
    "leave",
    "part",
    "remove",
    "remove_answer",
    "version",
    "versions",
]
