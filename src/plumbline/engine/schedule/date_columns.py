"""The dates of a network as columns: the passes in their order, with columns of working time that grow on demand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import NamedTuple

from plumbline.engine.calendars.work_arithmetic import HorizonTooShort
from plumbline.engine.calendars.work_columns import WorkColumns
from plumbline.engine.calendars.work_horizon import to_minutes
from plumbline.engine.schedule.machine import Machine, machine_in_use
from plumbline.engine.schedule.network import Network
from plumbline.engine.schedule.network_columns import NONE


@dataclass(slots=True)
class DateColumns:
    """One entry per node, instants in minutes since the year 1; ``drives`` has one per tie, ``finish`` one per project.

    ``early`` and ``late`` are a column of starts and one of finishes.
    """

    early: tuple[list[int], list[int]]
    late: tuple[list[int], list[int]]
    total_float: list[int]
    free_float: list[int]
    drives: list[int]
    finish: list[int]


class PlacedColumns(NamedTuple):
    """``early``, ``late`` and ``finish`` as in ``DateColumns``."""

    early: tuple[list[int], list[int]]
    late: tuple[list[int], list[int]]
    finish: list[int]


def calculate_columns(network: Network, machine: Machine | None = None) -> DateColumns:
    """All dates of ``network``, by ``machine`` or the one in use, which makes no difference but in time.

    Raises OutOfWorkingTime when a calendar runs out or dates pass the year 9999.
    """
    return DatePasses(network, machine or machine_in_use()).run()


class DatePasses:
    """The passes over the columns of one network, built on creation; ``run`` may be called again."""

    def __init__(self, network: Network, machine: Machine) -> None:
        self.network = network
        self.machine = machine
        self.columns = machine.network(network.columns)
        self.work = machine.work(network.horizon.columns)
        self.counting = [machine.column(each) for each in _counting(network)]

    def place(self) -> PlacedColumns:
        """Early and late dates and finishes only, as columns of the machine."""
        machine, net, nodes = self.machine, self.columns, len(self.network.activity)
        early, late = (machine.zeros(nodes), machine.zeros(nodes)), (machine.zeros(nodes), machine.zeros(nodes))
        self._until_it_fits(lambda work: machine.forward(net, work, *early))
        finish = self._finishes(early[1])
        late_from = machine.column(self._late_from(finish))
        self._until_it_fits(lambda work: machine.backward(net, work, *early, late_from, *late))
        if self.network.late_as_possible:
            self._move_late(early, late, machine.column(self._of_nodes(finish)))
            finish = self._finishes(early[1])
        return PlacedColumns(early, late, finish)

    def drives(self, placed: PlacedColumns) -> list[int]:
        """For each tie whether it holds its successor where it has been placed."""
        machine, net = self.machine, self.columns
        drives = machine.zeros(len(net.tie_from))
        self._until_it_fits(lambda work: machine.driving(net, work, *placed.early, drives))
        return machine.as_list(drives)

    def run(self) -> DateColumns:
        machine, net, nodes = self.machine, self.columns, len(self.network.activity)
        placed = self.place()
        early, late, finish = placed
        finish_of_node = machine.column(self._of_nodes(finish))
        total, free = machine.zeros(nodes), machine.zeros(nodes)
        self._until_it_fits(lambda work: machine.floats(net, work, early, late, finish_of_node, total, free))
        drives = self.drives(placed)
        as_list = machine.as_list
        self._show_past_starts(late[0])
        return DateColumns(
            (as_list(early[0]), as_list(early[1])),
            (as_list(late[0]), as_list(late[1])),
            as_list(total),
            as_list(free),
            drives,
            finish,
        )

    def _show_past_starts(self, late_starts: list[int]) -> None:
        """The late start of work under way is shown as the start it had, not as when the rest of it goes on."""
        for node, resume in enumerate(self.network.columns.resume):
            if resume != NONE:
                late_starts[node] = self.network.columns.fixed_start[node]

    def _until_it_fits(self, step: Callable[[WorkColumns], None]) -> None:
        while True:
            try:
                return step(self.work)
            except HorizonTooShort:
                self.network.horizon.grow(*(int(each) for each in self.work.lack))
                self.work = self.machine.work(self.network.horizon.columns)

    def _finishes(self, early_finishes: list[int]) -> list[int]:
        """When the last active piece of work of each project ends; its earliest date where there is none."""
        return [
            self.machine.highest(early_finishes, nodes) if len(nodes) else conventions.earliest
            for nodes, conventions in zip(self.counting, self.network.conventions, strict=True)
        ]

    def _late_from(self, finish: list[int]) -> list[int]:
        """The date that the backward pass of each node starts from."""
        return self._of_nodes(
            [
                to_minutes(schedule.must_finish_by) if schedule.must_finish_by else finish[project]
                for project, schedule in enumerate(self.network.schedules)
            ]
        )

    def _of_nodes(self, of_projects: list[int]) -> list[int]:
        return [of_projects[project] for project in self.network.project]

    def _move_late(
        self, early: tuple[list[int], list[int]], late: tuple[list[int], list[int]], finish_of_node: list[int]
    ) -> None:
        """Place the nodes that are to lie late: in P6 within their free float, in MSP at their late dates.

        MSP's tasks push their successors as far as those have float; P6's leave successors untouched.
        """
        network, machine, net = self.network, self.machine, self.columns
        pushing = [node for node in network.late_as_possible if self._pushes(node)]
        for node in pushing:
            net.start_floor[node] = max(late[0][node], net.start_floor[node])
        if pushing:
            self._until_it_fits(lambda work: machine.forward(net, work, *early))
        within = {node for node in network.late_as_possible if not self._pushes(node)}
        order = machine.column([node for node in reversed(network.columns.order) if node in within])
        self._until_it_fits(lambda work: machine.use_free_float(net, work, order, finish_of_node, *early))

    def _pushes(self, node: int) -> bool:
        return self.network.conventions[self.network.project[node]].late_as_possible_moves_successors


def _counting(network: Network) -> list[list[int]]:
    """For each project the nodes that it lasts as long as."""
    nodes: list[list[int]] = [[] for _ in network.schedules]
    for node, project in enumerate(network.project):
        if network.counts(node):
            nodes[project].append(node)
    return nodes
