"""Money of one currency in another, by the organisation's own table of rates."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from plumbline.office.earned_value.models import RATE_DECIMALS, ExchangeRate
from plumbline.office.people.models import Organisation

HOLDS_DAYS = 92
"""A rate that nobody renewed for a quarter is no rate any more."""
_PLACES = Decimal(1).scaleb(-RATE_DECIMALS)


class NoRate(ValueError):
    """There is no rate for a day; the message names currency and day and says what to do."""


class Rates:
    """All rates of an organisation, read once: one query."""

    def __init__(self, organisation: Organisation, currencies: Iterable[str] | None = None) -> None:
        self.home = organisation.currency
        self._days: dict[str, list[date]] = {}
        self._rates: dict[str, list[Decimal]] = {}
        found = ExchangeRate.objects.filter(organisation=organisation)
        if currencies is not None:
            found = found.filter(currency__in=set(currencies))
        for each in found.order_by("on", "id"):
            self._days.setdefault(each.currency, []).append(each.on)
            self._rates.setdefault(each.currency, []).append(each.rate)

    def between(self, currency: str, other: str, day: date) -> Decimal:
        """What one unit of ``currency`` is worth in ``other`` on ``day``. Raises ``NoRate``."""
        if currency == other:
            return Decimal(1)
        return (self._at_home(currency, day) / self._at_home(other, day)).quantize(_PLACES)

    def _at_home(self, currency: str, day: date) -> Decimal:
        if currency == self.home:
            return Decimal(1)
        days = self._days.get(currency, [])
        place = bisect_right(days, day) - 1
        if place < 0 or (day - days[place]).days > HOLDS_DAYS:
            raise NoRate(f"There is no rate for {currency} on {day:%Y-%m-%d}. Enter one on the page Exchange rates.")
        return self._rates[currency][place]
