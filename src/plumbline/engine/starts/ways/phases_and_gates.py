"""The phases of the standard, what it asks to be written in each, and its gates."""

from __future__ import annotations

from plumbline.engine.schedule import Schedule
from plumbline.engine.standard import Standard
from plumbline.engine.starts.rows import Rows
from plumbline.engine.starts.start import Choice, Start, Way

_MOST = 400


def _plan(start: Start) -> Schedule:
    assert start.standard is not None
    standard = start.standard
    document_days = start.number("document_days", 5, _MOST)
    work_days = start.number("work_days", 20, _MOST)
    rows = Rows()
    before = [rows.start_milestone("Project starts")]
    for name, phase in standard.phases.items():
        if phase.throughout:
            continue
        summary = rows.summary(phase.title)
        done = [rows.work(title, document_days, summary, before) for title in _documents(standard, name)]
        done.append(rows.work(f"Work of the phase {phase.title}", work_days, summary, before))
        gates = _gates_closing(standard, name)
        for title in gates:
            done = [rows.milestone(title, summary, done)]
        before = done if gates else [rows.milestone(f"{phase.title} complete", summary, done)]
    rows.milestone("Project complete", after=before)
    return rows.plan(start.name, start.start)


def _documents(standard: Standard, phase: str) -> list[str]:
    return [each.title for each in standard.artefacts.values() if each.phase == phase and each.required]


def _gates_closing(standard: Standard, phase: str) -> list[str]:
    return [each.title for each in standard.gates.values() if each.closes == phase and not each.repeatable]


WAY = Way(
    title="Phases and gates of our standard",
    summary="Each phase with the documents that are due in it, its work, and the gate that closes it, linked in order.",
    plan=_plan,
    needs=("standard",),
    choices=(
        Choice(name="document_days", label="Working days for each document", example="5"),
        Choice(
            name="work_days",
            label="Working days for the work of a phase",
            example="20",
            help="One row for each phase. Break it down into what is really done before you publish the plan.",
        ),
    ),
    order=10,
)
