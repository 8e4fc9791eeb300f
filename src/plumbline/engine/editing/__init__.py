"""A plan that is being written: one edit in, the next plan out; what changed, undone, put together with another's."""

from plumbline.engine.editing.edit import apply, edits
from plumbline.engine.editing.edit_result import Edited
from plumbline.engine.editing.editable import editable, empty_plan
from plumbline.engine.editing.patch import Patch, patch_between
from plumbline.engine.editing.refusal import CannotEdit

__all__ = ["CannotEdit", "Edited", "Patch", "apply", "editable", "edits", "empty_plan", "patch_between"]
