"""Microsoft Project XML (MSPDI), in the order of elements of Microsoft's published schema (mspdi_pj12.xsd)."""

from __future__ import annotations

import re
from collections import defaultdict

from plumbline.engine.readers.mspdi import EXTENSIONS, FORMAT
from plumbline.engine.schedule import Link, Schedule, Uid
from plumbline.engine.schedule.calculation import Calculation
from plumbline.engine.writers.mspdi.calendars import clock, write_calendar
from plumbline.engine.writers.mspdi.elements import Elements, instant
from plumbline.engine.writers.mspdi.identity import Identity, identity_of
from plumbline.engine.writers.mspdi.kept_ids import write_definitions
from plumbline.engine.writers.mspdi.losses import note_losses
from plumbline.engine.writers.mspdi.resource_calendars import calendars_in_file
from plumbline.engine.writers.mspdi.resources import write_assignments, write_resources
from plumbline.engine.writers.mspdi.tasks import write_task
from plumbline.engine.writers.mspdi.texts import LONGEST_NAME, LONGEST_TITLE, cut
from plumbline.engine.writers.written import Loss, Losses, Written

__all__ = ["EXTENSIONS", "FORMAT", "losses", "write"]

_NAMESPACE = ' xmlns="http://schemas.microsoft.com/project"'
_CODE = re.compile("[A-Z]{3}")
_LONGEST_CURRENCY = 20


def write(schedule: Schedule, calculation: Calculation | None = None) -> Written:
    """The plan as Project opens it, with what Project cannot say.

    Baseline 0 is written; early and late dates and floats are those the source tool stored, else of ``calculation``.
    Unique ids that are whole numbers are kept, others and activity ids that are not the numbers of rows stand in text
    fields, where reading finds them again; activity ids are in the field WBS as well.
    """
    identity = identity_of(schedule)
    calendars = calendars_in_file(schedule, identity.resources, identity.calendars)
    dates = calculation.dates if calculation else {}
    out = Elements()
    with out.within("Project", _NAMESPACE):
        _settings(out, schedule, identity, calculation)
        write_definitions(out, identity.keep)
        with out.within("Calendars"):
            for each in calendars.calendars:
                write_calendar(out, each)
        _tasks(out, schedule, identity, calculation)
        write_resources(out, identity, calendars.of_resources)
        write_assignments(out, schedule, identity, dates)
    return Written(out.encoded(), _losses(schedule, identity))


def losses(schedule: Schedule) -> tuple[Loss, ...]:
    """What Project cannot say of the plan, without writing it."""
    return _losses(schedule, identity_of(schedule))


def _losses(schedule: Schedule, identity: Identity) -> tuple[Loss, ...]:
    found = Losses()
    note_losses(schedule, identity, found)
    return found.as_tuple()


def _settings(out: Elements, schedule: Schedule, identity: Identity, calculation: Calculation | None) -> None:
    minutes_per_day = schedule.options.minutes_per_day
    currency = cut(schedule.currency, _LONGEST_CURRENCY)
    day = next((each for each in schedule.calendar_by_uid[schedule.default_calendar].week if each), ())
    out.add_all(
        SaveVersion=14,
        Name=cut(schedule.name, LONGEST_NAME),
        Title=cut(schedule.name, LONGEST_TITLE),
        ScheduleFromStart=1,
        StartDate=instant(schedule.start),
        FinishDate=instant(calculation.finish) if calculation else None,
        CriticalSlackLimit=round(schedule.options.critical_at_or_below / minutes_per_day),
        CurrencySymbol=currency or None,
        CurrencyCode=currency if _CODE.fullmatch(currency) else None,
        CalendarUID=identity.calendars[schedule.default_calendar],
        DefaultStartTime=clock(day[0][0]) if day else None,
        DefaultFinishTime=clock(day[-1][1]) if day else None,
        MinutesPerDay=minutes_per_day,
        MinutesPerWeek=5 * minutes_per_day,
        DaysPerMonth=20,
        DurationFormat=7,
        HonorConstraints=int(schedule.options.honour_constraints),
        StatusDate=instant(schedule.data_date),
        NewTasksAreManual=0,
    )


def _tasks(out: Elements, schedule: Schedule, identity: Identity, calculation: Calculation | None) -> None:
    links: dict[Uid, list[Link]] = defaultdict(list)
    for each in schedule.links:
        links[each.successor].append(each)
    dates = calculation.dates if calculation else {}
    with out.within("Tasks"):
        for line, row in zip(identity.lines, identity.rows, strict=True):
            uid = line.activity.uid
            write_task(out, line, row, identity, links[uid], dates.get(uid))
