"""What could be done about one finding at one row, as edits."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from plumbline.engine.schedule import Link, LinkKind, Uid

Step = tuple[str, Mapping[str, Any]]


@dataclass(frozen=True, slots=True)
class Mend:
    """``title`` is what a person chooses by (“Link it to 14 Roof”), ``choice`` its name among those of rule and row.

    ``steps`` are the edits that carry it out, in order.
    """

    title: str
    choice: str
    steps: tuple[Step, ...]


def setting(row: Uid, field: str, value: str) -> Step:
    return "set", {"rows": [str(row)], "field": field, "value": value}


def linking(predecessor: Uid, successor: Uid, kind: LinkKind = LinkKind.FINISH_START, lag: str = "") -> Step:
    return "link", {"predecessor": str(predecessor), "successor": str(successor), "kind": kind.value, "lag": lag}


def unlinking(link: Link) -> Step:
    """All links of that kind between the two."""
    ends = {"predecessor": str(link.predecessor), "successor": str(link.successor)}
    return "unlink", {**ends, "kind": link.kind.value}
