"""An edit that is written to a draft: done once, on the revision that is the last, and answered after its commit."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.db import transaction

from plumbline.engine.editing import CannotEdit, Patch, patch_between
from plumbline.engine.schedule import Schedule
from plumbline.engine.schedule.document import dump
from plumbline.office.foundation.clock import now
from plumbline.office.planning.done import Done
from plumbline.office.planning.kept import KeptPlan, remember
from plumbline.office.planning.limits import MOST_EDITS, SNAPSHOT_EVERY
from plumbline.office.planning.models import DraftEdit, DraftSnapshot, PlanDraft
from plumbline.office.planning.refusals import NotOpen
from plumbline.office.planning.touching import touched_by
from plumbline.office.projects.documents import keep, packed


@dataclass(frozen=True)
class Sent:
    """A request as it came. A ``key`` that comes again with other ``arguments`` is another request."""

    key: str
    kind: str = DraftEdit.Kind.EDIT
    arguments: Any = field(default_factory=dict)


@dataclass(frozen=True)
class Worked:
    """What an edit makes of one revision. ``undo_top`` of ``None`` is the edit itself."""

    at: int
    plan: KeptPlan
    patch: Patch
    words: str
    name: str = ""
    undo_top: int | None = None
    redo_top: int | None = 0


def write(draft: PlanDraft, sent: Sent, work: Callable[[PlanDraft], Worked]) -> Done:
    """``work`` is done before the lock is taken, and again under it if the draft moved on meanwhile.

    Raises ``NotOpen``, and whatever ``work`` raises.
    """
    if done := _done_before(draft, sent):
        return done
    ready = _try(work, draft)
    with transaction.atomic():
        held = PlanDraft.objects.select_for_update(of=("self",)).select_related("project", "author").get(pk=draft.pk)
        if done := _done_before(held, sent):
            return done
        must_be_open(held)
        if isinstance(ready, Exception) or ready.at != held.revision:
            ready = work(held)
        if ready.patch.is_empty and sent.kind == DraftEdit.Kind.EDIT:
            return Done(held, held.revision, held.revision, ready.words)
        _add(held, sent, ready)
    remember(held, held.revision, ready.plan)
    return Done(held, held.revision - 1, held.revision, ready.words)


def must_be_open(draft: PlanDraft) -> None:
    if draft.state == PlanDraft.State.PUBLISHED:
        raise NotOpen("The draft has been published, so it takes no more edits. Begin another to go on.")
    if draft.state == PlanDraft.State.DISCARDED:
        raise NotOpen("The draft has been discarded. Take it up again to go on with it.")


def worked_on(plan: KeptPlan, at: int, after: Schedule, words: str, **more: Any) -> Worked:
    return Worked(at, KeptPlan(after), patch_between(plan.schedule, after), words, **more)


def _try(work: Callable[[PlanDraft], Worked], draft: PlanDraft) -> Worked | Exception:
    """A refusal counts only under the lock, on the revision that then is the last."""
    try:
        return work(draft)
    except Exception as refused:
        return refused


def _done_before(draft: PlanDraft, sent: Sent) -> Done | None:
    """The same request sent twice, by a browser that did not hear the first answer."""
    found = DraftEdit.objects.filter(draft=draft, key=sent.key).first() if sent.key else None
    if found is None or (found.kind, found.arguments) != (sent.kind, sent.arguments):
        return None
    return Done(draft, found.number - 1, found.number, found.words)


def _add(held: PlanDraft, sent: Sent, ready: Worked) -> None:
    number = held.revision + 1
    if number > MOST_EDITS:
        raise CannotEdit(f"A draft takes {MOST_EDITS:,} edits. Publish it and begin another.")
    held.revision, held.edited_at = number, now()
    held.undo_top = number if ready.undo_top is None else ready.undo_top
    held.redo_top = number if ready.redo_top is None else ready.redo_top
    DraftEdit.objects.create(
        draft=held,
        number=number,
        kind=sent.kind,
        key="" if sent.key and DraftEdit.objects.filter(draft=held, key=sent.key).exists() else sent.key,
        name=ready.name,
        arguments=sent.arguments,
        words=ready.words[:300],
        patch=ready.patch.as_plain(),
        touched=touched_by(ready.patch),
        undo_top=held.undo_top,
        redo_top=held.redo_top,
        at=held.edited_at,
    )
    held.save(update_fields=["revision", "edited_at", "undo_top", "redo_top"])
    if number % SNAPSHOT_EVERY == 0:
        document = keep(packed(dump(ready.plan.schedule)))
        DraftSnapshot.objects.create(draft=held, number=number, document=document)
