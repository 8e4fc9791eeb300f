"""Where somebody sits who types commands: what was run last."""

from __future__ import annotations

from dataclasses import dataclass

from cli.running import Ran


@dataclass
class Desk:
    ran: Ran | None = None

    @property
    def result(self) -> Ran:
        assert self.ran is not None, "nothing was run yet"
        return self.ran
