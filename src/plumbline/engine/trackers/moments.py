"""Moments as trackers write them."""

from __future__ import annotations

import re
from datetime import date, datetime, time, tzinfo

from plumbline.engine.readers.table.dates import Order, UnclearDate, instant_of

_UTC = re.compile(r"\s+(UTC|GMT)$")
_NAMED = re.compile(r"^(\d{1,2})/([^\W\d]{3,9})\.?/(\d{2,4})")
_EARLIEST, _LATEST = 1970, 2200


class UnclearMoment(ValueError):
    """A text that is no moment, or could be two; the message says what to write."""


def moment_of(cell: object, zone: tzinfo, order: Order = Order.UNKNOWN) -> datetime | None:
    """With its offset; ``zone`` is that of a moment without one, and midnight there the moment of a day.

    Reads ISO 8601 in its usual forms, Jira's ``17/Apr/26 9:05 AM``, GitLab's ``2026-04-17 09:05:00 UTC``, and dates
    with slashes in the order that is known. ``None`` for nothing. Raises ``UnclearMoment``.
    """
    if cell is None or (isinstance(cell, str) and not cell.strip()):
        return None
    if isinstance(cell, datetime):
        return _plausible(cell if cell.tzinfo else cell.replace(tzinfo=zone))
    if isinstance(cell, date):
        return _plausible(datetime.combine(cell, time(0), zone))
    if not isinstance(cell, str):
        raise UnclearMoment("it is not a date; write it as 2026-03-31, or as 2026-03-31T14:30:00Z")
    text = _UTC.sub("+00:00", cell.strip())
    try:
        found = datetime.fromisoformat(text)
    except ValueError:
        try:
            found = instant_of(_NAMED.sub(r"\1 \2 \3", text), order, time(0))
        except UnclearDate as unclear:
            raise UnclearMoment(str(unclear)) from None
    return _plausible(found if found.tzinfo else found.replace(tzinfo=zone))


def _plausible(found: datetime) -> datetime:
    if not _EARLIEST <= found.year <= _LATEST:
        raise UnclearMoment(f"the year {found.year} cannot be right; write the date as 2026-03-31")
    return found
