"""Why a request about a draft was not done. An edit that cannot be made is the engine's ``CannotEdit``."""

from __future__ import annotations

from plumbline.office.planning.kept import KeptPlan


class NotOpen(Exception):
    """The draft was published or discarded meanwhile; the message says which, and what to do."""


class Conflict(Exception):
    """Another window has changed the same since. ``rows`` are their uids, as text.

    ``mine`` is the plan as the refused edit would have left it, where it could be made at all.
    """

    def __init__(self, rows: list[str], mine: KeptPlan | None = None) -> None:
        super().__init__(
            "Another window has changed the same since this page was loaded. Look at what it says now, and say again."
        )
        self.rows, self.mine = rows, mine
