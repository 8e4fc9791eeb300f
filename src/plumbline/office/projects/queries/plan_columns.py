"""The columns of the plan as a table: the same for the page and for the file."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from plumbline.office.projects.queries.plan_lines import PlanLine, PlanTable
from plumbline.office.projects.queries.plan_words import constraint_words, link_words

Value = str | float | datetime | None


@dataclass(frozen=True, slots=True)
class Column:
    """``is_actual`` says whether a date has happened and is no forecast any more."""

    title: str
    value: Callable[[PlanTable, PlanLine], Value]
    is_number: bool = True
    is_actual: Callable[[PlanLine], bool] = lambda line: False


@dataclass(frozen=True, slots=True)
class Cell:
    text: str
    title: str
    kind: str
    is_actual: bool


def _constraints(table: PlanTable, line: PlanLine) -> str:
    return "; ".join(constraint_words(each) for each in line.activity.constraints)


def _predecessors(table: PlanTable, line: PlanLine) -> str:
    return ", ".join(link_words(table.schedule, each) for each in table.links_into.get(line.activity.uid, ()))


def _calendar(table: PlanTable, line: PlanLine) -> str:
    return "" if line.is_summary else table.schedule.calendar_of(line.activity).name


DAYS = Column("Days", lambda table, line: line.days)
START = Column("Start", lambda table, line: line.start, is_actual=lambda line: line.activity.is_started)
FINISH = Column("Finish", lambda table, line: line.finish, is_actual=lambda line: line.activity.is_complete)
BASELINE_START = Column("Baseline start", lambda table, line: line.baseline.start)
BASELINE_FINISH = Column("Baseline finish", lambda table, line: line.baseline.finish)
LATE_BY = Column("Later by", lambda table, line: line.late_by)
TOTAL_FLOAT = Column("Total float", lambda table, line: line.total_float)
FREE_FLOAT = Column("Free float", lambda table, line: line.free_float)
PERCENT = Column("Done %", lambda table, line: float(round(line.percent)))
EARLY_START = Column("Early start", lambda table, line: line.dates.early_start)
EARLY_FINISH = Column("Early finish", lambda table, line: line.dates.early_finish)
LATE_START = Column("Late start", lambda table, line: line.dates.late_start)
LATE_FINISH = Column("Late finish", lambda table, line: line.dates.late_finish)
REMAINING = Column("Days left", lambda table, line: line.remaining_days)
ACTUAL_START = Column("Actual start", lambda table, line: line.activity.actual_start)
ACTUAL_FINISH = Column("Actual finish", lambda table, line: line.activity.actual_finish)
CONSTRAINT = Column("Constraint", _constraints, is_number=False)
PREDECESSORS = Column("Predecessors", _predecessors, is_number=False)
CALENDAR = Column("Calendar", _calendar, is_number=False)
TYPE = Column("Type", lambda table, line: str(line.activity.kind), is_number=False)
CRITICAL = Column("Critical", lambda table, line: "critical" if line.is_critical else "", is_number=False)

PRESETS: dict[str, tuple[str, tuple[Column, ...]]] = {
    "dates": ("Dates", (DAYS, START, FINISH, BASELINE_FINISH, LATE_BY, TOTAL_FLOAT, PERCENT)),
    "float": ("Float", (DAYS, EARLY_START, EARLY_FINISH, LATE_START, LATE_FINISH, TOTAL_FLOAT, FREE_FLOAT)),
    "progress": ("Progress", (PERCENT, DAYS, REMAINING, ACTUAL_START, ACTUAL_FINISH, BASELINE_FINISH, LATE_BY)),
    "logic": ("Logic", (DAYS, START, FINISH, TOTAL_FLOAT, CONSTRAINT, PREDECESSORS)),
}
DEFAULT_PRESET = "dates"
IN_A_FILE = (
    *(TYPE, DAYS, START, FINISH, EARLY_START, EARLY_FINISH, LATE_START, LATE_FINISH, ACTUAL_START, ACTUAL_FINISH),
    *(BASELINE_START, BASELINE_FINISH, LATE_BY, TOTAL_FLOAT, FREE_FLOAT, CRITICAL, PERCENT, REMAINING, CONSTRAINT),
    *(PREDECESSORS, CALENDAR),
)


def cells(table: PlanTable, line: PlanLine, columns: tuple[Column, ...]) -> list[Cell]:
    return [
        Cell(
            as_text(each.value(table, line)), each.title, "number" if each.is_number else "words", each.is_actual(line)
        )
        for each in columns
    ]


def as_text(value: Value) -> str:
    """As a person reads it: days with one decimal where they are not whole, dates without the hour."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return f"{value.day} {value:%b %Y}"
    if isinstance(value, float | int):
        return f"{value:,.1f}".removesuffix(".0").replace("-", "−") if round(value, 1) else "0"
    return value
