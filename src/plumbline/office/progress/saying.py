"""What can be said of an activity, and what of it cannot be true."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, timedelta

from django.core.exceptions import ValidationError

from plumbline.office.progress.models import MOST_WORDS, OwnedActivity, ProgressUpdate

Says = ProgressUpdate.Says
OLDEST = timedelta(days=3650)
MOST_DAYS = {"h": 20_000, "d": 2_500, "w": 500}
_REMAINING = re.compile(r"(\d{1,5}(?:[.,]\d)?)\s*(h|d|w|days?|weeks?|hours?|)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Said:
    """``remaining`` as 3d, 2w or 4h; a bare number is days. What does not belong to ``says`` is left out."""

    says: str
    started: date | None = None
    finished: date | None = None
    remaining: str = ""
    note: str = ""


def checked(said: Said, activity: OwnedActivity, day: date, known_start: date | None) -> Said:
    """As it is kept. ``known_start``: by the plan, or by what was told before. Raises ``ValidationError`` by field."""
    if said.says not in Says.values:
        raise ValidationError({"says": "Choose how it stands."})
    if len(said.note) > MOST_WORDS:
        raise ValidationError({"note": f"A note has at most {MOST_WORDS:,} characters; shorten it."})
    said = replace(said, note=said.note.strip())
    if said.says == Says.PLANNED:
        return _as_planned(said, activity, day, known_start)
    if said.says == Says.NOT_YET:
        return replace(said, started=None, finished=None, remaining="")
    return _with_days(said, activity, day, known_start)


def _as_planned(said: Said, activity: OwnedActivity, day: date, known_start: date | None) -> Said:
    """The days of the plan as far as they have come."""
    planned = activity.start if activity.start and activity.start <= day else None
    started = known_start or planned
    finished = activity.finish if started and activity.finish and activity.finish <= day else None
    if finished and started and finished < started:
        finished = None
    return replace(said, started=started, finished=finished, remaining="")


def _with_days(said: Said, activity: OwnedActivity, day: date, known_start: date | None) -> Said:
    is_finished = said.says == Says.FINISHED
    finished = said.finished if is_finished else None
    started = said.started or known_start or (finished if activity.is_milestone else None)
    if is_finished and finished is None:
        raise ValidationError({"finished": "Say on which day it was finished."})
    if started is None:
        raise ValidationError({"started": "Say on which day it was started."})
    _must_have_come("started", started, day, "It has not started then. Choose “Not started yet”, and say in the note "
                    "when it will.")  # fmt: skip
    if finished:
        _must_have_come("finished", finished, day, "It is not finished then. Choose “Under way”, and say what remains.")
        if finished < started:
            before = f"It cannot have finished before it started on {started:%-d %b %Y}."
            raise ValidationError({"finished": f"{before} Correct one of the two."})
    return replace(
        said, started=started, finished=finished, remaining="" if is_finished else remaining_of(said.remaining)
    )


def _must_have_come(field: str, on: date, day: date, remedy: str) -> None:
    if on > day:
        raise ValidationError({field: f"{on:%-d %b %Y} has not come yet. {remedy}"})
    if on < day - OLDEST:
        raise ValidationError({field: f"{on:%-d %b %Y} is more than ten years ago. Correct the year."})


def remaining_of(text: str) -> str:
    """“3 days” and “3” are 3d. Raises ``ValidationError`` for what is no amount of work."""
    if not text.strip():
        return ""
    found = _REMAINING.fullmatch(text.strip())
    if found is None:
        raise ValidationError({"remaining": "Write what is left as 3d (days), 2w (weeks) or 4h (hours)."})
    unit = (found[2] or "d")[0].lower()
    number = float(found[1].replace(",", "."))
    if number > MOST_DAYS[unit]:
        raise ValidationError({"remaining": f"At most {MOST_DAYS[unit]:,}{unit} can be left. Correct the number."})
    if number == 0:
        raise ValidationError({"remaining": "If nothing is left it is finished: choose “Finished”, with the day."})
    return f"{number:g}{unit}"
