"""The links that lead to an activity in one cell, as they are read: ``A10; A20SS+2d; A30FF-1d``."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from plumbline.engine.readers.table.predecessors import UnclearPredecessor, ties_in
from plumbline.engine.schedule import Link, LinkKind, Uid
from plumbline.engine.writers.table.amounts import lag


def predecessors_cell(links: Iterable[Link], ids: Mapping[Uid, str], known: Mapping[str, Uid]) -> str:
    """``known`` is the id by itself, as the reader looks ids up."""
    parts = [_part(each, ids[each.predecessor], known) for each in links]
    # A comma within an id would be taken for a separator if it stood alone in the cell.
    return "; ".join(parts) + (";" if len(parts) == 1 and "," in parts[0] else "")


def _part(link: Link, name: str, known: Mapping[str, Uid]) -> str:
    """The first form that no other id of the table makes ambiguous: ids may end as a kind of link begins."""
    amount = lag(link.lag, link.elapsed)
    kind = "" if link.kind is LinkKind.FINISH_START and not amount else link.kind.value
    forms = [f"{name}{kind}{amount}", f"{name} {kind}{amount}", f"{name}: {kind}{amount}", f"{name} [{kind}{amount}]"]
    return next((each for each in forms if _means(each, link, name, known)), forms[0])


def _means(form: str, link: Link, name: str, known: Mapping[str, Uid]) -> bool:
    try:
        (tie,) = ties_in(form + ";", known)
    except (UnclearPredecessor, ValueError):
        return False
    return (tie.predecessor, tie.kind, tie.lag, tie.elapsed) == (name, link.kind, link.lag, link.elapsed)
