"""Days and amounts in sentences."""

from __future__ import annotations

from datetime import date

from plumbline.engine.targets.target import Value

_DAYS_OF_A_MONTH = 365.25 / 12


def shown(value: Value) -> str:
    """A day as 3 March 2026, an amount in whole units of its currency."""
    return f"{value.day} {value:%B %Y}" if isinstance(value, date) else _money(value)


def beyond(value: Value, limit: Value) -> str:
    """How far ``value`` is past ``limit``: days too late, or money too much."""
    if isinstance(value, date) and isinstance(limit, date):
        days = (value - limit).days
        return f"{days} {'day' if days == 1 else 'days'} too late"
    assert not isinstance(value, date)
    assert not isinstance(limit, date)
    return f"{_money(value - limit)} too much"


def amount(size: float, like: Value) -> str:
    """Working days beside a day, money beside money."""
    if not isinstance(like, date):
        return _money(size)
    days = round(size, 1)
    return f"{days:g} working {'day' if days == 1 else 'days'}"


def per_month(per_day: float, like: Value) -> str:
    """A slope by day as days or money a month, with its direction."""
    size = per_day * _DAYS_OF_A_MONTH
    if isinstance(like, date):
        way = "later" if size >= 0 else "earlier"
        return f"{abs(size):.1f} days a month, {way}"
    return f"{_money(abs(size))} a month, {'upwards' if size >= 0 else 'downwards'}"


def chance_words(chance: float) -> str:
    """In whole per cent; what is neither none nor all never looks like it."""
    percent = round(100 * chance)
    if percent == 0 and chance > 0:
        return "under 1 %"
    if percent == 100 and chance < 1:
        return "over 99 %"
    return f"{percent} %"


def _money(value: float) -> str:
    return f"{value:,.0f}"
