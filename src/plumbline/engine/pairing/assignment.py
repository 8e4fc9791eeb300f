"""The assignment problem, solved exactly."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

FAR = 2**60


def best_assignment(worth: NDArray[np.int64], allowed: NDArray[np.bool_]) -> list[int | None]:
    """For each row the column that it gets, or ``None``: each column goes to one row at most.

    As many rows as possible get one; of all ways to do that the one with the largest sum of ``worth``, both integers
    and exact. The same arrays give the same answer. Shortest augmenting paths with potentials (Jonker and Volgenant
    1987), at most rows² × columns steps. Source: docs/methods/pairing.md.
    """
    rows, columns = worth.shape
    if rows == 0:
        return []
    above = int(np.abs(worth).max(initial=0)) + 1
    one_more = 2 * (rows + 1) * above
    costs = np.zeros((rows, columns + rows), dtype=np.int64)
    costs[:, :columns] = np.where(allowed, -worth - one_more, 1)
    chosen = _cheapest(costs)
    return [each if each < columns and allowed[row, each] else None for row, each in enumerate(chosen)]


def _cheapest(costs: NDArray[np.int64]) -> list[int]:
    """A column for each row at the least cost in all. There are at least as many columns as rows.

    Column 0 is where each search begins; the columns of ``costs`` follow from 1 on.
    """
    rows, columns = costs.shape
    of_row = np.zeros(rows + 1, dtype=np.int64)
    of_column = np.zeros(columns + 1, dtype=np.int64)
    owner = np.zeros(columns + 1, dtype=np.int64)
    for row in range(1, rows + 1):
        owner[0] = row
        column, came_from = _shortest_path(costs, of_row, of_column, owner)
        while column:
            before = int(came_from[column])
            owner[column] = owner[before]
            column = before
    found = {int(row): column for column, row in enumerate(owner[1:].tolist()) if row}
    return [found[row] for row in range(1, rows + 1)]


def _shortest_path(
    costs: NDArray[np.int64], of_row: NDArray[np.int64], of_column: NDArray[np.int64], owner: NDArray[np.int64]
) -> tuple[int, NDArray[np.int64]]:
    """The nearest column that nobody owns, and by which column each was reached; moves the potentials along."""
    distance = np.full(len(owner), FAR, dtype=np.int64)
    came_from = np.zeros(len(owner), dtype=np.int64)
    reached = np.zeros(len(owner), dtype=np.bool_)
    column = 0
    while True:
        reached[column] = True
        row = int(owner[column])
        reduced = costs[row - 1] - of_row[row] - of_column[1:]
        nearer = ~reached[1:] & (reduced < distance[1:])
        distance[1:][nearer] = reduced[nearer]
        came_from[1:][nearer] = column
        open_ = np.where(reached, FAR, distance)
        open_[0] = FAR
        column = int(open_.argmin())
        step = open_[column]
        of_row[owner[reached]] += step
        of_column[reached] -= step
        distance[~reached] -= step
        if not owner[column]:
            return column, came_from
