"""A plan that is being written: one edit in, the next plan out; what changed, undone, put together with another's."""

from plumbline.engine.editing.consequences import Consequences, consequences
from plumbline.engine.editing.dates_known import calculated
from plumbline.engine.editing.edit import apply, edits
from plumbline.engine.editing.edit_result import Edited
from plumbline.engine.editing.editable import editable, empty_plan
from plumbline.engine.editing.fields import fields
from plumbline.engine.editing.forecast import with_forecast
from plumbline.engine.editing.mend import Mend
from plumbline.engine.editing.mends import mends_for
from plumbline.engine.editing.merging import Conflict, Merged, merge
from plumbline.engine.editing.patch import Patch, patch_between
from plumbline.engine.editing.refusal import CannotEdit
from plumbline.engine.editing.working import Working

__all__ = [
    "CannotEdit",
    "Conflict",
    "Consequences",
    "Edited",
    "Mend",
    "Merged",
    "Patch",
    "Working",
    "apply",
    "calculated",
    "consequences",
    "editable",
    "edits",
    "empty_plan",
    "fields",
    "mends_for",
    "merge",
    "patch_between",
    "with_forecast",
]
