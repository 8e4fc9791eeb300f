"""What can be done about the entries of a register."""

from plumbline.office.registers.actions.bulk import change_entries
from plumbline.office.registers.actions.closing import close_entry, reopen_entry, review_entry
from plumbline.office.registers.actions.deciding import answer_dependency, decide_entry, link_baseline
from plumbline.office.registers.actions.entries import ChangedMeanwhile, add_entry, edit_entry
from plumbline.office.registers.actions.importing import import_table, keep_table, tell_meanings
from plumbline.office.registers.actions.lessons import use_lesson
from plumbline.office.registers.actions.striking import strike
from plumbline.office.registers.actions.talking import say

__all__ = [
    "ChangedMeanwhile",
    "add_entry",
    "answer_dependency",
    "change_entries",
    "close_entry",
    "decide_entry",
    "edit_entry",
    "import_table",
    "keep_table",
    "link_baseline",
    "reopen_entry",
    "review_entry",
    "say",
    "strike",
    "tell_meanings",
    "use_lesson",
]
