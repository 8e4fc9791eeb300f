"""What can be done with all that an organisation owns: keep it, bring it back, delete it."""

from plumbline.office.archive.actions.deleting import (
    ask_for_deletion,
    confirm_deletion,
    delete_what_is_due,
    withdraw_deletion,
)
from plumbline.office.archive.actions.making import (
    ask_for_archive,
    let_go_of_past_archives,
    make_archive,
    note_download,
)
from plumbline.office.archive.actions.restoring import Restored, restore_archive
from plumbline.office.archive.actions.taking_up import (
    PIECE,
    AlreadySetUp,
    confirm_restoration,
    let_go_of_old_uploads,
    receive_upload,
    work_on_restoration,
)

__all__ = [
    "PIECE",
    "AlreadySetUp",
    "Restored",
    "ask_for_archive",
    "ask_for_deletion",
    "confirm_deletion",
    "confirm_restoration",
    "delete_what_is_due",
    "let_go_of_old_uploads",
    "let_go_of_past_archives",
    "make_archive",
    "note_download",
    "receive_upload",
    "restore_archive",
    "withdraw_deletion",
    "work_on_restoration",
]
