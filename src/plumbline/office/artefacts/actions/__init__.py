"""Deeds about the documents of a project."""

from plumbline.office.artefacts.actions.approvals import ask_for_approval, confirm_review, decide_approval
from plumbline.office.artefacts.actions.keeping import keep_file, keep_link, keep_text
from plumbline.office.artefacts.actions.writing import SavedMeanwhile, save_text

__all__ = [
    "SavedMeanwhile",
    "ask_for_approval",
    "confirm_review",
    "decide_approval",
    "keep_file",
    "keep_link",
    "keep_text",
    "save_text",
]
