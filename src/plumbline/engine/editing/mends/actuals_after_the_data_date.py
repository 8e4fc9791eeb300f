"""What is said to have happened after the data date."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend
from plumbline.engine.editing.progress_mends import progress_mends
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """What has not happened yet is taken back."""
    return progress_mends(working, row)
