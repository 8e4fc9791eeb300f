"""Signals that are open to all, with their answer and what was done; what waits for its midnight is not there yet."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import QuerySet

from plumbline.office.foundation.clock import now
from plumbline.office.search.told import Told, address
from plumbline.office.signals.models import Signal

TITLE, ICON, ORDER = "Signals", "inbox", 86
FOLLOWS = {"signals.signal": "pk"}


def rows() -> QuerySet[Signal]:
    found = Signal.objects.filter(is_open=True, raised_at__lte=now()).exclude(state=Signal.State.WITHDRAWN)
    return found.select_related("organisation", "project", "unit", "standard").defer("standard__files")


def tell(signal: Signal) -> Iterator[Told]:
    yield Told(
        organisation_id=signal.organisation_id,
        source_id=signal.pk,
        title=signal.title,
        under=signal.get_kind_display(),
        text=" ".join(" ".join([signal.text, signal.subject, signal.answer, signal.outcome]).split()),
        path=address("signals:signal", organisation=signal.organisation.slug, signal_id=signal.pk),
        permission="raise_signals",
    )
