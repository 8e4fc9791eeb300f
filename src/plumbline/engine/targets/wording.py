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


def moved(per_day: float, like: Value) -> str:
    """A slope by day in a month: 'later by 15.2 days a month', 'upwards by 1,200 a month', 'not at all'."""
    size = abs(per_day * _DAYS_OF_A_MONTH)
    amount = f"{size:.1f} days" if isinstance(like, date) else _money(size)
    if amount in ("0.0 days", "0"):
        return "not at all"
    later, earlier = ("later", "earlier") if isinstance(like, date) else ("upwards", "downwards")
    return f"{later if per_day > 0 else earlier} by {amount} a month"


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
