"""Progress of a whole while a part of it is worked on."""

from __future__ import annotations

from plumbline.engine.stopping import GoingOn


def of_whole(going_on: GoingOn | None, done: int, total: int) -> GoingOn | None:
    """For a part that asks whether to go on: it is told how far the whole is."""
    return (lambda _done, _total: going_on(done, total)) if going_on else None
