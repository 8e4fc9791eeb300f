"""From the rows that are kept to the series that the engine analyses."""

from __future__ import annotations

from decimal import Decimal

from plumbline.engine.earned_value import Series
from plumbline.office.earned_value.models import ValuePeriod


def series_of(rows: list[ValuePeriod], bac: Decimal | float) -> Series:
    """Rows of one WBS element or of the project, in order, up to the last that says anything."""
    said = max((at for at, each in enumerate(rows, start=1) if each.ev is not None), default=0)
    return Series(
        pv=tuple(float(each.pv) for each in rows),
        ev=tuple(None if each.ev is None else float(each.ev) for each in rows[:said]),
        ac=tuple(None if each.ac is None else float(each.ac) for each in rows[:said]),
        loe_pv=tuple(float(each.loe_pv) for each in rows),
        bac=float(bac),
        labels=tuple(f"{each.ends_on:%Y-%m-%d}" for each in rows),
    )
