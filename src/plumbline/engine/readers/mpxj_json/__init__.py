"""JSON as MPXJ writes it: the form in which the files of some thirty other programs reach the engine."""

from __future__ import annotations

from plumbline.engine.readers.mpxj_json.fields import fields_of
from plumbline.engine.readers.mpxj_json.project import schedule_of
from plumbline.engine.readers.plan_file import PlanFile
from plumbline.engine.readers.problems import Problems

FORMAT = "MPXJ JSON"
EXTENSIONS = (".json",)

_BEGINNING = b'{"property_values":'


def recognises(data: bytes, filename: str) -> bool:
    return b"".join(data[:200].split()).startswith(_BEGINNING)


def read(data: bytes) -> PlanFile:
    """The project of the file. Raises UnreadableSchedule, InvalidSchedule, InvalidCalendar.

    MPXJ writes durations, lags, work and slack in seconds, units and percentages times 100, a lag in percent as if it
    were minutes; it leaves out what is false, zero or unknown (its class ``JsonWriter``).
    """
    problems = Problems()
    schedule = schedule_of(fields_of(data), problems)
    return PlanFile(FORMAT, (schedule,), problems.as_tuple())
