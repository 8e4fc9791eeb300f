"""Iterations of equal length, with a release after every few of them."""

from __future__ import annotations

from plumbline.engine.schedule import Schedule
from plumbline.engine.starts.rows import Rows
from plumbline.engine.starts.start import Choice, Start, Way


def _plan(start: Start) -> Schedule:
    count, weeks = start.number("count", 6, 100), start.number("weeks", 2, 12)
    each_release = start.number("release_every", 3, 50)
    rows = Rows()
    before = [rows.start_milestone("Work starts")]
    summary, releases = "", 0
    for number in range(1, count + 1):
        if (number - 1) % each_release == 0:
            releases += 1
            summary = rows.summary(f"Release {releases}")
        before = [rows.work(f"Iteration {number}", 5 * weeks, summary, before)]
        if number % each_release == 0 or number == count:
            before = [rows.milestone(f"Release {releases} delivered", summary, before)]
    return rows.plan(start.name, start.start)


WAY = Way(
    title="Iterations and releases",
    summary="Iterations of equal length one after another, with a release to show after every few of them.",
    plan=_plan,
    choices=(
        Choice(name="count", label="Iterations", example="6"),
        Choice(name="weeks", label="Weeks for each", example="2"),
        Choice(name="release_every", label="A release after so many", example="3"),
    ),
    order=40,
)
