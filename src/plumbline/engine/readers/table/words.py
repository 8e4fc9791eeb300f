"""The words that kinds of activity and constraints go by in a table."""

from __future__ import annotations

import re

from plumbline.engine.schedule import ActivityKind, ConstraintKind

KINDS: dict[str, ActivityKind | None] = {
    "": None,
    **dict.fromkeys(("task", "task dependent", "activity", "resource dependent", "auto scheduled"), ActivityKind.TASK),
    **dict.fromkeys(("milestone", "finish milestone"), ActivityKind.FINISH_MILESTONE),
    "start milestone": ActivityKind.START_MILESTONE,
    **dict.fromkeys(("level of effort", "loe", "hammock"), ActivityKind.LEVEL_OF_EFFORT),
    **dict.fromkeys(("summary", "phase", "wbs", "group"), ActivityKind.SUMMARY),
}
AS_SOON_AS_POSSIBLE = ("asap", "as soon as possible")
CONSTRAINTS: dict[str, ConstraintKind | None] = {
    **dict.fromkeys(("", *AS_SOON_AS_POSSIBLE, "none"), None),
    **dict.fromkeys(("alap", "as late as possible"), ConstraintKind.AS_LATE_AS_POSSIBLE),
    **dict.fromkeys(("snet", "start no earlier than", "start on or after"), ConstraintKind.START_NO_EARLIER_THAN),
    **dict.fromkeys(("fnet", "finish no earlier than", "finish on or after"), ConstraintKind.FINISH_NO_EARLIER_THAN),
    **dict.fromkeys(("snlt", "start no later than", "start on or before"), ConstraintKind.START_NO_LATER_THAN),
    **dict.fromkeys(("fnlt", "finish no later than", "finish on or before"), ConstraintKind.FINISH_NO_LATER_THAN),
    **dict.fromkeys(("so", "start on"), ConstraintKind.START_ON),
    **dict.fromkeys(("fo", "finish on"), ConstraintKind.FINISH_ON),
    **dict.fromkeys(("mso", "must start on", "mandatory start"), ConstraintKind.MUST_START_ON),
    **dict.fromkeys(("mfo", "must finish on", "mandatory finish"), ConstraintKind.MUST_FINISH_ON),
}


def plain_words(words: str) -> str:
    """``Start_No-earlier than`` and ``start no earlier than`` are the same words."""
    return re.sub(r"[\s_-]+", " ", words).strip().lower()
