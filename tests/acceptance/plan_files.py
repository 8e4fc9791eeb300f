"""The plans that people of the features hand in; all invented."""

from __future__ import annotations

import re

from cli.plan_files import SOUND, Step, with_a_lead_before, xer

BRIDGE = xer(("Bridge", SOUND))
LONGER = [Step(each.name, each.kind, 80 if each.name == "Lay the cables" else each.hours) for each in SOUND]


def _with_another_last_task(plan: bytes) -> bytes:
    """The third task is taken out, and one with another id and name put in its place."""
    return re.sub(rb"\b1003\b", b"1903", plan).replace(b"A1030", b"A1190").replace(b"Test the signals", b"Trial runs")


PLANS = {
    "bridge.xer": BRIDGE,
    "lead.xer": xer(("Bridge", with_a_lead_before("Test the signals", 8))),
    "bridge_update.xer": _with_another_last_task(xer(("Bridge", LONGER))),
    "truncated.xer": BRIDGE[: len(BRIDGE) * 2 // 3],
}
