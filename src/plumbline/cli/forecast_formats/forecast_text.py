"""``plumbline forecast`` for a person: the finish, the milestones, the cost, and what moves the finish most."""

from __future__ import annotations

from datetime import datetime
from itertools import islice

from plumbline.cli.forecasted import Forecasted, Wanted
from plumbline.cli.terminal import Page
from plumbline.cli.wording import count
from plumbline.engine.calendars import WorkingTime
from plumbline.engine.forecast import DateForecast, Forecast
from plumbline.engine.schedule import Schedule

SHOWN = 10
_LEVELS = (10, 50, 80, 90)


def show(found: Forecasted, wanted: Wanted) -> None:
    page = Page()
    for schedule, forecast in found.projects:
        _header(page, schedule, forecast, wanted)
        _dates(page, schedule, forecast, found.has_dates)
        _chances(page, forecast)
        _cost(page, schedule, forecast)
        _tornado(page, forecast)
        page.gap()


def _header(page: Page, schedule: Schedule, forecast: Forecast, wanted: Wanted) -> None:
    page.line((schedule.name or schedule.id or "A plan without a name", "bold underline"))
    settings = forecast.settings
    drawn = ", ".join(f"{number:,} {kind}" for kind, number in settings.distributions.items()) or "nothing is uncertain"
    status = f"{settings.status_date:%Y-%m-%d}" if settings.status_date else "none"
    runs = count(settings.iterations, "iteration")
    page.line((f"{runs} · seed {settings.seed} · status date {status} · drawn: {drawn}", "dim"))
    page.gap()


def _dates(page: Page, schedule: Schedule, forecast: Forecast, has_dates: bool) -> None:
    titles = ("Plan", *(f"P{level}" for level in _LEVELS), "Chance of plan", "P80 - plan")
    time = WorkingTime(schedule.calendar_by_uid[schedule.default_calendar])
    rows = [("Finish", _cells(forecast.finish, schedule, time, has_dates))]
    rows += [
        (f"{each.id}  {each.name}".strip(), _cells(each, schedule, time, has_dates)) for each in forecast.milestones
    ]
    widest = max(len(name) for name, _ in rows)
    name_width = min(widest, max(20, page.width - 90)) if page.width < 1_000 else widest
    page.table_line("  ".join([" " * name_width, *(title.rjust(14) for title in titles)]), "bold")
    for name, cells in rows:
        page.table_line("  ".join([name[:name_width].ljust(name_width), *(cell.rjust(14) for cell in cells)]), None)
    page.gap()


def _cells(found: DateForecast, schedule: Schedule, time: WorkingTime, has_dates: bool) -> list[str]:
    def shown(moment: datetime) -> str:
        if has_dates:
            return f"{moment:%Y-%m-%d}"
        return f"day {time.days(time.between(schedule.start, moment)):,.1f}"

    return [
        shown(found.deterministic),
        *(shown(found.quantiles[level]) for level in _LEVELS),
        f"{found.chance_of_deterministic:.0%}",
        f"{time.days(found.contingency_minutes):+,.1f} d",
    ]


def _chances(page: Page, forecast: Forecast) -> None:
    for moment, chance in forecast.finish.chances.items():
        page.line(f"Finished by {moment:%Y-%m-%d %H:%M}: {chance:.1%}")
    if forecast.finish.chances:
        page.gap()


def _cost(page: Page, schedule: Schedule, forecast: Forecast) -> None:
    cost, joint = forecast.cost, forecast.joint
    if cost is None or joint is None:
        return
    levels = " · ".join(f"P{level} {cost.quantiles[level]:,.0f}" for level in _LEVELS)
    page.line(("Cost", "bold"), f" plan {cost.deterministic:,.0f} {schedule.currency}".rstrip(), f" · {levels}")
    page.line(
        f"Chance of the plan's cost {cost.chance_of_deterministic:.0%}, of its date and its cost "
        f"{joint.both_deterministic:.0%}; contingency {cost.contingency:,.0f}"
    )
    for amount, chance in cost.chances.items():
        page.line(f"At most {amount:,.2f}: {chance:.1%}")
    page.gap()


def _tornado(page: Page, forecast: Forecast) -> None:
    if not forecast.tornado:
        return
    risks = {each.uid: each for each in forecast.activities}
    page.line(("What moves the finish most", "bold"), " (correlation with the finish; critical in % of iterations)")
    for each in islice(forecast.tornado, SHOWN):
        risk = risks.get(each.uid) if each.uid is not None else None
        critical = f"  critical {risk.criticality:.0%}" if risk else ""
        kind = "" if each.kind == "activity" else f"{each.kind} "
        page.line(f"{each.correlation:+.2f}  {kind}{f'{each.id}  {each.name}'.strip()}{critical}", indent=2)
