"""What the practice metrics say, day by day; counted by ``conformance``."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from plumbline.engine.metrics.metric import Better
from plumbline.office.conformance.models import PracticeReading
from plumbline.office.mandate.catalogue_of import metric_of
from plumbline.office.mandate.models import Measured
from plumbline.office.people.models import Organisation

DAYS_SHOWN = 24


@dataclass(frozen=True, slots=True)
class Course:
    """How something measured has gone. ``past`` are its values, the oldest first; ``share`` is the way to the target.

    ``word`` is one of: overcome, on the way, unchanged, worse, not measured, no target.
    """

    title: str
    unit: str
    now: float | None
    on: date | None
    baseline: float | None
    target: float | None
    past: tuple[float | None, ...] = ()
    reason: str = ""
    better: Better | None = None

    @property
    def share(self) -> int | None:
        """Per cent; below 0 where it went the other way."""
        if self.now is None or self.baseline is None or self.target is None or self.baseline == self.target:
            return None
        return round(100 * (self.now - self.baseline) / (self.target - self.baseline))

    @property
    def word(self) -> str:
        if self.now is None:
            return "not measured"
        if self.target is None or self.baseline is None:
            return "no target"
        if self.share is None:
            return "overcome" if self.now == self.target else "unchanged"
        if self.share >= 100:
            return "overcome"
        return "on the way" if self.share > 0 else "worse" if self.share < 0 else "unchanged"

    @property
    def trend(self) -> str:
        """Better or worse than at the reading before, as seen from the target."""
        known = [each for each in self.past if each is not None]
        if len(known) < 2 or self.target is None or known[-1] == known[-2]:
            return ""
        return "better" if abs(self.target - known[-1]) < abs(self.target - known[-2]) else "worse"


def latest_reading(organisation: Organisation, metric: str) -> PracticeReading | None:
    return PracticeReading.objects.filter(organisation=organisation, metric=metric).order_by("-day").first()


def courses(organisation: Organisation, things: Iterable[Measured]) -> dict[int, Course]:
    """By place in ``things``. Two queries, however many."""
    named = list(things)
    readings = _readings(organisation, {each.metric for each in named if each.metric})
    return {place: _course(each, readings.get(each.metric, [])) for place, each in enumerate(named)}


def _readings(organisation: Organisation, metrics: set[str]) -> dict[str, list[PracticeReading]]:
    rows = PracticeReading.objects.filter(organisation=organisation, metric__in=metrics)
    days = list(rows.order_by("-day").values_list("day", flat=True).distinct()[:DAYS_SHOWN])
    found: dict[str, list[PracticeReading]] = defaultdict(list)
    for row in rows.filter(day__in=days).defer("items", "more").order_by("day"):
        found[row.metric].append(row)
    return found


def _course(thing: Measured, readings: list[PracticeReading]) -> Course:
    about = metric_of(thing.metric)
    last = readings[-1] if readings else None
    own, own_on = getattr(thing, "value", None), getattr(thing, "value_on", None)
    return Course(
        title=about.title if about else "",
        unit=about.unit if about else "",
        now=last.value if last else _number(own) if not thing.metric else None,
        on=last.day if last else own_on,
        baseline=_number(thing.baseline),
        target=_number(thing.target),
        past=tuple(each.value for each in readings),
        reason=last.reason if last else "",
        better=about.better if about else None,
    )


def _number(value: Decimal | None) -> float | None:
    return None if value is None else float(value)
