"""Augmentations with what was measured of them last, and their lives as the engine knows them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from zoneinfo import ZoneInfo

from plumbline.engine.products import Drift, Level, Life, Step, Worth, gained, share_of_the_way, worth
from plumbline.office.products.models import Augmentation, LevelStep, ValueMeasurement


@dataclass(frozen=True, slots=True)
class Line:
    """An augmentation; ``measurements`` one for each day, oldest first."""

    augmentation: Augmentation
    measurements: tuple[ValueMeasurement, ...]

    @property
    def last(self) -> ValueMeasurement | None:
        return self.measurements[-1] if self.measurements else None

    @property
    def worth(self) -> Worth | None:
        """By the last measurement; ``None`` where nothing is measured yet."""
        known = self._known
        return worth(gained(*known), self.augmentation.cost, is_money=self.augmentation.is_money) if known else None

    @property
    def percent(self) -> int | None:
        """Of the way to the target."""
        return round(share_of_the_way(*self._known) * 100) if self._known else None

    @property
    def trend(self) -> str:
        """Whether the last measurement gained more than the one before."""
        found = self.augmentation
        if len(self.measurements) < 2 or found.baseline is None or found.target is None:
            return ""
        before, after = (gained(found.baseline, found.target, each.value) for each in self.measurements[-2:])
        return "same" if before == after else "better" if after > before else "worse"

    @property
    def _known(self) -> tuple[Decimal, Decimal, Decimal] | None:
        found = self.augmentation
        if self.last is None or found.baseline is None or found.target is None:
            return None
        return found.baseline, found.target, self.last.value


@dataclass(frozen=True, slots=True)
class ShownDrift:
    """In whole per cent and days, as it is printed."""

    drift: Drift

    @property
    def percent(self) -> int | None:
        return None if self.drift.share is None else round(self.drift.share * 100)

    @property
    def days(self) -> int | None:
        return None if self.drift.median_days is None else round(self.drift.median_days)


def lines_of(augmentations: Iterable[Augmentation]) -> list[Line]:
    """One query for all of them."""
    known = list(augmentations)
    by_day: dict[int, dict[date, ValueMeasurement]] = defaultdict(dict)
    for each in ValueMeasurement.objects.filter(augmentation__in=[one.pk for one in known]).order_by("on", "id"):
        by_day[each.augmentation_id][each.on] = each
    return [Line(each, tuple(by_day[each.pk].values())) for each in known]


def lives_of(augmentations: Iterable[Augmentation], zone: ZoneInfo) -> list[Life]:
    """One query. Each has its product at hand; that of a withdrawn product ends with it. ``zone`` tells the day."""
    known = {each.pk: each for each in augmentations}
    steps: dict[int, list[Step]] = defaultdict(list)
    for each in LevelStep.objects.filter(augmentation__in=list(known)).order_by("on", "id"):
        steps[each.augmentation_id].append(Step(Level(each.level), each.on))
    return [Life(tuple(steps[key]), _end(each, zone)) for key, each in known.items() if steps[key]]


def _end(augmentation: Augmentation, zone: ZoneInfo) -> date | None:
    ends: Sequence[datetime | None] = (augmentation.withdrawn_at, augmentation.product.withdrawn_at)
    return min((each.astimezone(zone).date() for each in ends if each), default=None)
