"""A project under its standard: time goes by, things are decided, findings change."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from acceptance.story import Story
from plumbline.office.assurance.jobs import assess_what_is_due
from plumbline.office.assurance.models import Finding, Standing
from plumbline.office.foundation.clock import clock_at
from plumbline.office.governance.jobs import SWEEP

TODAY = datetime(2026, 3, 4, 12, tzinfo=UTC)


class Time:
    """It goes on with every step, so that what changed is later than what was known."""

    def __init__(self) -> None:
        self.now: datetime = TODAY

    def later(self) -> datetime:
        self.now += timedelta(minutes=1)
        return self.now

    def pass_by(self, days: int) -> None:
        self.now += timedelta(days=days)
        with clock_at(self.later()):
            SWEEP()
        with clock_at(self.later()):
            assess_what_is_due()


def outcome_of(rule: str) -> str | None:
    """In the current assessment; ``None`` where the standard does not ask."""
    found = Finding.objects.filter(assessment=Standing.objects.get().assessment, rule=rule).first()
    return found.outcome if found else None


def opened(story: Story, time: Time, page: str, who: str = "Dagny") -> str:
    """``page`` is within the organisation."""
    with clock_at(time.later()):
        return str(story.open(who, page).content.decode())


def post(story: Story, time: Time, who: str, place: str, fields: dict[str, Any]) -> None:
    with clock_at(time.later()):
        story.page = story.clients[who].post(f"/o/{story.organisation().slug}/{place}", fields)
        assess_what_is_due()
