"""Whether a benefit is still to be expected when it was promised: not if what it hangs on is late."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from plumbline.engine.benefits.network import Network, NodeKind, fed_by


@dataclass(frozen=True, slots=True)
class ChangeDates:
    """Of an enabler or a business change: promised for, expected on if that is another day, and done on."""

    due_on: date | None = None
    expected_on: date | None = None
    done_on: date | None = None

    def is_late(self, day: date) -> bool:
        """Not done, and either its day is over or it is expected after it. The day itself is in time."""
        if self.done_on is not None or self.due_on is None:
            return False
        return self.due_on < day or (self.expected_on is not None and self.expected_on > self.due_on)


def late_changes(dates: Mapping[str, ChangeDates], day: date) -> frozenset[str]:
    """The keys of those that are late on that day."""
    return frozenset(key for key, each in dates.items() if each.is_late(day))


def late_feeding(network: Network, benefit: str, late: frozenset[str]) -> tuple[str, ...]:
    """The late business changes that feed the benefit, directly or by way of others; it is at risk if there are any.

    Enablers count where they are late too: the change that waits for them cannot come in time. In order of the nodes.
    """
    feeding = fed_by(network, benefit) & late
    means = (NodeKind.CHANGE, NodeKind.ENABLER)
    return tuple(each.key for each in network.nodes if each.key in feeding and each.kind in means)
