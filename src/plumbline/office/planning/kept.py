"""The plan of a draft at one revision, calculated: what every answer is made of.

Kept in memory for those that were asked for last. A draft's past is never rewritten, so what is kept is never wrong; in
tests that roll back, numbers of drafts come again, so the moment of beginning is part of the name.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from functools import cached_property
from threading import Lock

from plumbline.engine.calendars import OutOfWorkingTime
from plumbline.engine.editing import Patch
from plumbline.engine.editing.dates_known import calculated
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.calculate import Calculation, LoopInSchedule, calculate
from plumbline.engine.schedule.document import load
from plumbline.office.planning.models import DraftEdit, DraftSnapshot, PlanDraft
from plumbline.office.projects.documents import unpacked

MOST_KEPT = 24
Name = tuple[int, str, int]


@dataclass(frozen=True)
class KeptPlan:
    """``calculation`` is ``None`` where the plan cannot be calculated; ``problem`` says why."""

    schedule: Schedule

    @property
    def calculation(self) -> Calculation | None:
        return calculated(self.schedule)

    @cached_property
    def problem(self) -> str:
        if self.calculation is not None:
            return ""
        try:
            calculate(self.schedule)
        except (LoopInSchedule, OutOfWorkingTime) as reason:
            return str(reason)
        return "The dates cannot be calculated"

    @cached_property
    def derived(self) -> dict[object, object]:
        """What others found out about this plan, by a name of theirs."""
        return {}


_kept: OrderedDict[Name, KeptPlan] = OrderedDict()
_lock = Lock()


def plan_of(draft: PlanDraft, revision: int | None = None) -> KeptPlan:
    """Of the draft's own revision where none is given."""
    number = draft.revision if revision is None else revision
    name = _name(draft, number)
    with _lock:
        if name in _kept:
            _kept.move_to_end(name)
            return _kept[name]
    return remember(draft, number, KeptPlan(_read(draft, number)))


def remember(draft: PlanDraft, revision: int, plan: KeptPlan) -> KeptPlan:
    """Only what was committed may be remembered: another process has to read the same from the database."""
    with _lock:
        _kept[_name(draft, revision)] = plan
        while len(_kept) > MOST_KEPT:
            _kept.popitem(last=False)
    return plan


def forget() -> None:
    """As a process that has just begun."""
    with _lock:
        _kept.clear()


def _name(draft: PlanDraft, revision: int) -> Name:
    return draft.pk, draft.begun_at.isoformat(), revision


def _read(draft: PlanDraft, revision: int) -> Schedule:
    """From the last snapshot before it on, edit by edit."""
    snapshot = DraftSnapshot.objects.filter(draft=draft, number__lte=revision).order_by("-number").first()
    schedule = load(unpacked(snapshot.document_id if snapshot else draft.beginning_id))
    edits = DraftEdit.objects.filter(draft=draft, number__gt=snapshot.number if snapshot else 0, number__lte=revision)
    for patch in edits.order_by("number").values_list("patch", flat=True):
        schedule = Patch.from_plain(patch).applied_to(schedule)
    return schedule
