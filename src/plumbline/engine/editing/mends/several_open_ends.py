"""A further beginning or end of the network: link it."""

from __future__ import annotations

from plumbline.engine.editing.mend import Mend
from plumbline.engine.editing.open_end_mends import is_led_to, leads_on, open_end_mends
from plumbline.engine.editing.working import Working
from plumbline.engine.schedule import Activity


def mends(working: Working, row: Activity) -> list[Mend]:
    """For each end that has no link at all."""
    return open_end_mends(working, row, start=not is_led_to(working, row), finish=not leads_on(working, row))
