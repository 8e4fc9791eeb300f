"""Where a project is in its life cycle, and which gates lie before it: a pure function of the decisions so far."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from plumbline.engine.standard import Standard
from plumbline.engine.standard.life_cycle import Decision, Gate

GOES_ON = (Decision.GO, Decision.CONDITIONAL)


@dataclass(frozen=True, slots=True)
class Passage:
    """One decision about a gate."""

    gate: str
    outcome: Decision


class GateState(StrEnum):
    PASSED = "passed"
    CONDITIONAL = "passed with conditions"
    HELD = "held"
    STOPPED = "stopped"
    NEXT = "next"
    LATER = "later"
    SKIPPED = "not held"
    ANY_TIME = "when it is needed"


@dataclass(frozen=True, slots=True)
class Position:
    """``phase`` is ``None`` before any standard with phases, and after the last one was closed (``finished``).

    ``gates`` tells of every gate where it stands. ``next_gate`` is the one to pass next, ``None`` where none is left.
    """

    phase: str | None
    finished: bool
    stopped: bool
    gates: dict[str, GateState]
    next_gate: str | None

    def may_be_held(self, gate: str) -> bool:
        return self.gates[gate] not in (GateState.PASSED, GateState.CONDITIONAL, GateState.STOPPED)


def position(standard: Standard, passages: Sequence[Passage]) -> Position:
    """``passages`` are in the order of their decisions; gates that the standard no longer has are passed over."""
    phases = [name for name, each in standard.phases.items() if not each.throughout]
    known = [each for each in passages if each.gate in standard.gates]
    at, stopped = _walk(standard, phases, known)
    phase = phases[at] if at < len(phases) else None
    latest = {each.gate: each.outcome for each in known}
    closed = stopped and phase is None
    next_gate = None if closed or phase is None else _next(standard, phases, at, latest)
    states = {name: _state(each, name, latest, next_gate, phases, at) for name, each in standard.gates.items()}
    return Position(phase, bool(phases) and at >= len(phases), stopped, states, next_gate)


def _walk(standard: Standard, phases: list[str], passages: Iterable[Passage]) -> tuple[int, bool]:
    """How far the decisions have led; one about a phase that lies behind leads nowhere."""
    at, stopped = 0, False
    for each in passages:
        gate = standard.gates[each.gate]
        if each.outcome in GOES_ON:
            at = max(at, _leads_to(gate, phases))
        elif each.outcome is Decision.STOP:
            stopped = True
            at = max(at, phases.index(gate.after_stop)) if gate.after_stop in phases else len(phases)
    return at, stopped


def _leads_to(gate: Gate, phases: list[str]) -> int:
    if gate.opens in phases:
        return phases.index(gate.opens)
    return phases.index(gate.closes) + 1 if gate.closes in phases else 0


def _next(standard: Standard, phases: list[str], at: int, latest: dict[str, Decision]) -> str | None:
    """The gate that closes the phase, else one that opens the phase after it."""
    waiting = {name: each for name, each in standard.gates.items() if latest.get(name) not in (*GOES_ON, Decision.STOP)}
    closing = [name for name, each in waiting.items() if each.closes == phases[at]]
    after = phases[at + 1] if at + 1 < len(phases) else None
    opening = [name for name, each in waiting.items() if after and each.opens == after and each.closes is None]
    return next(iter([*closing, *opening]), None)


def _state(
    gate: Gate, name: str, latest: dict[str, Decision], next_gate: str | None, phases: list[str], at: int
) -> GateState:
    if name == next_gate:
        return GateState.HELD if latest.get(name) is Decision.HOLD else GateState.NEXT
    if latest.get(name) is Decision.STOP:
        return GateState.STOPPED
    if gate.repeatable or (gate.closes is None and gate.opens is None):
        return GateState.HELD if latest.get(name) is Decision.HOLD else GateState.ANY_TIME
    if name in latest:
        return {
            Decision.GO: GateState.PASSED,
            Decision.CONDITIONAL: GateState.CONDITIONAL,
            Decision.HOLD: GateState.HELD,
        }[latest[name]]
    return GateState.SKIPPED if at >= len(phases) or _leads_to(gate, phases) <= at else GateState.LATER
