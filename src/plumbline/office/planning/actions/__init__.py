"""What can be done about a plan that is being written."""

from plumbline.office.planning.actions.beginning import begin, discard, take_up_again
from plumbline.office.planning.actions.editing import edit, redo, undo
from plumbline.office.planning.actions.publishing import publish
from plumbline.office.planning.done import Done

__all__ = ["Done", "begin", "discard", "edit", "publish", "redo", "take_up_again", "undo"]
