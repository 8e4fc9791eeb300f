"""What people told last of an activity, as far as it was not refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from plumbline.office.planning.models import PlanDraft
from plumbline.office.progress.models import ProgressUpdate, UpdateDecision
from plumbline.office.projects.models import Project

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Word:
    day: date
    started: date | None
    finished: date | None


def words_of(project: Project, uids: Sequence[str]) -> dict[str, Word]:
    """By uid, of the last thing told. One query for every five hundred."""
    found: dict[str, Word] = {}
    refused = UpdateDecision.objects.filter(update=OuterRef("pk"), outcome=UpdateDecision.Outcome.REFUSED)
    for at in range(0, len(uids), AT_ONCE):
        told = ProgressUpdate.objects.filter(project=project, uid__in=uids[at : at + AT_ONCE]).exclude(Exists(refused))
        for each in told.order_by("pk").only("uid", "says", "told_on", "started", "finished"):
            before = found.get(each.uid)
            goes_on = before is not None and each.says != ProgressUpdate.Says.NOT_YET
            started = each.started or (before.started if before and goes_on else None)
            found[each.uid] = Word(each.told_on, started, each.finished)
    return found


def waiting_of(project: Project) -> QuerySet[ProgressUpdate]:
    """Told, and nobody has decided; the oldest first."""
    return waiting().filter(project=project).select_related("by", "version").order_by("pk")


def waiting() -> QuerySet[ProgressUpdate]:
    return ProgressUpdate.objects.exclude(Exists(standing_decisions().filter(update=OuterRef("pk"))))


def standing_decisions() -> QuerySet[UpdateDecision]:
    """Without those that took something into a draft which was given up: that waits again."""
    return UpdateDecision.objects.exclude(draft__state=PlanDraft.State.DISCARDED)
