"""Edits of a draft, and steps back and forward through them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from plumbline.engine.editing import CannotEdit, Patch, apply
from plumbline.office.planning.actions.writing import Sent, Worked, worked_on, write
from plumbline.office.planning.done import Done
from plumbline.office.planning.kept import KeptPlan, plan_of
from plumbline.office.planning.limits import check_size
from plumbline.office.planning.models import DraftEdit, PlanDraft
from plumbline.office.planning.refusals import Conflict, NotOpen
from plumbline.office.planning.touching import touched_by

Arguments = Mapping[str, Any]
NAMING_ROWS = ("rows", "row", "after", "before", "under", "predecessor", "successor")


def edit(draft: PlanDraft, edits: Sequence[tuple[str, Arguments]], *, seen: int, key: str = "") -> Done:
    """Does the edits, name and arguments each, as one that is undone at once. ``seen`` is the revision of the page.

    Raises ``CannotEdit``, ``Conflict`` if another window has changed the same rows since, and ``NotOpen``.
    """

    def work(held: PlanDraft) -> Worked:
        _must_be_of(held, seen)
        since = _touched_since(held, seen)
        plan = plan_of(held)
        try:
            ready = _edited(plan, held.revision, edits)
        except CannotEdit as refused:
            if since & _named(edits):
                raise Conflict(sorted(since & _named(edits))) from refused
            raise
        both = since & set(touched_by(ready.patch))
        if both:
            raise Conflict(sorted(both), ready.plan)
        return ready

    return write(draft, Sent(key, arguments=_plain(edits)), work)


def undo(draft: PlanDraft, *, seen: int, key: str = "") -> Done:
    """Takes the last edit back. Raises ``CannotEdit`` where there is none, ``Conflict``, ``NotOpen``."""

    def work(held: PlanDraft) -> Worked:
        _must_be_seen(held, seen)
        if not held.undo_top:
            raise CannotEdit("There is nothing to undo.")
        undone = DraftEdit.objects.get(draft=held, number=held.undo_top)
        return _stepped(held, undone, undo_top=_tops(held, undone.number - 1)[0], redo_top=None)

    return write(draft, Sent(key, DraftEdit.Kind.UNDO), work)


def redo(draft: PlanDraft, *, seen: int, key: str = "") -> Done:
    """Does again what was undone last. Raises what ``undo`` raises."""

    def work(held: PlanDraft) -> Worked:
        _must_be_seen(held, seen)
        if not held.redo_top:
            raise CannotEdit("There is nothing to do again.")
        undone = DraftEdit.objects.get(draft=held, number=held.redo_top)
        return _stepped(held, undone, undo_top=None, redo_top=_tops(held, undone.number - 1)[1])

    return write(draft, Sent(key, DraftEdit.Kind.REDO), work)


def _edited(plan: KeptPlan, at: int, edits: Sequence[tuple[str, Arguments]]) -> Worked:
    schedule, words = plan.schedule, list[str]()
    for name, arguments in edits:
        edited = apply(schedule, name, arguments)
        schedule = edited.schedule
        words.append(edited.words)
    check_size(plan.schedule, schedule)
    said = words[0] if words else "Nothing"
    if len(words) > 1:
        said = f"{said} and {len(words) - 1} more"
    return worked_on(plan, at, schedule, said, name=edits[0][0] if len(edits) == 1 else "several")


def _plain(edits: Sequence[tuple[str, Arguments]]) -> dict[str, Any]:
    return {"edits": [[name, dict(arguments)] for name, arguments in edits]}


def _stepped(held: PlanDraft, step: DraftEdit, undo_top: int | None, redo_top: int | None) -> Worked:
    patch = Patch.from_plain(step.patch).inverse()
    after = KeptPlan(patch.applied_to(plan_of(held).schedule))
    return Worked(held.revision, after, patch, step.words, step.name, undo_top, redo_top)


def _tops(draft: PlanDraft, number: int) -> tuple[int, int]:
    if number < 1:
        return 0, 0
    return DraftEdit.objects.values_list("undo_top", "redo_top").get(draft=draft, number=number)


def _touched_since(draft: PlanDraft, seen: int) -> set[str]:
    if seen >= draft.revision:
        return set()
    later = DraftEdit.objects.filter(draft=draft, number__gt=seen).values_list("touched", flat=True)
    return {each for touched in later for each in touched}


def _named(edits: Sequence[tuple[str, Arguments]]) -> set[str]:
    found: set[str] = set()
    for _, arguments in edits:
        for name in NAMING_ROWS:
            value = arguments.get(name, ())
            found |= {value} if isinstance(value, str) else {str(each) for each in value}
    return found


def _must_be_of(held: PlanDraft, seen: int) -> None:
    if seen > held.revision:
        raise NotOpen("The page is about another draft than the one that is open. Load it again.")


def _must_be_seen(held: PlanDraft, seen: int) -> None:
    _must_be_of(held, seen)
    if seen < held.revision:
        raise Conflict(sorted(_touched_since(held, seen)))
