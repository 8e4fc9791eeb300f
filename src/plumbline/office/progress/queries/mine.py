"""One person's activities across projects: due now, soon, and what they told lately."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet

from plumbline.office.people.models import Membership, Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.progress.due import AHEAD
from plumbline.office.progress.models import (
    ActivityOwner,
    OwnedActivity,
    ProgressRequest,
    ProgressUpdate,
    UpdateDecision,
)
from plumbline.office.progress.queries.names import who_is_who
from plumbline.office.progress.queries.words import standing_decisions

MOST_SHOWN = 100
LATELY = timedelta(days=21)


@dataclass(frozen=True)
class Told:
    """An update and what became of it; ``decision`` is the last one."""

    update: ProgressUpdate
    decision: UpdateDecision | None

    @property
    def waits(self) -> bool:
        return self.decision is None

    @property
    def state(self) -> str:
        if self.decision is None:
            return "waits for the project manager"
        return {
            UpdateDecision.Outcome.ACCEPTED: "taken into the plan" if self.update.changes_the_plan else "read",
            UpdateDecision.Outcome.REFUSED: "not taken",
            UpdateDecision.Outcome.SUPERSEDED: "told anew since",
        }[UpdateDecision.Outcome(self.decision.outcome)]


@dataclass(frozen=True)
class ShownActivity:
    activity: OwnedActivity
    day: date
    last: Told | None

    @property
    def known_start(self) -> date | None:
        """By what was told last, unless that was refused; else by the plan."""
        told = self.last.update.started if self.last and self.last.state != "not taken" else None
        return told or self.activity.started

    @property
    def asks(self) -> str:
        """Why a word is asked for, in words."""
        each = self.activity
        if each.finish and each.finish <= self.day:
            return "should have finished" if each.finish < self.day else "should finish today"
        if self.known_start:
            return "under way"
        if each.start and each.start <= self.day:
            return "should have started" if each.start < self.day else "should start today"
        return "starts" if each.start else "no date yet"

    @property
    def is_late(self) -> bool:
        return self.asks.startswith("should have")


@dataclass(frozen=True)
class Mine:
    due: list[ShownActivity]
    soon: list[ShownActivity]
    lately: list[Told]
    due_count: int
    request: ProgressRequest | None

    @property
    def is_empty(self) -> bool:
        return not (self.due or self.soon or self.lately)


def activities_of(organisation: Organisation, person: Person) -> QuerySet[OwnedActivity]:
    """Of projects that go on; two queries are made at once, one when it is read."""
    keys = who_is_who(organisation).keys_of(person)
    named = ActivityOwner.objects.filter(activity=OuterRef("pk"), key__in=keys)
    found = OwnedActivity.objects.filter(Exists(named), project__organisation=organisation, project__archived_at=None)
    return found.select_related("project__organisation").order_by("due_on", "start", "pk")


def my_activities(membership: Membership) -> Mine:
    organisation, person = membership.organisation, membership.person
    day = today(organisation)
    found = activities_of(organisation, person)
    due, soon = found.filter(due_on__lte=day), found.filter(due_on__gt=day, due_on__lte=day + AHEAD)
    rows, later = list(due[:MOST_SHOWN]), list(soon[:MOST_SHOWN])
    last = last_told([*rows, *later])
    asked = ProgressRequest.objects.filter(
        organisation=organisation, person=person, ended_at=None, last_day__gte=day
    ).first()
    return Mine(
        due=[ShownActivity(each, day, last.get((each.project_id, each.uid))) for each in rows],
        soon=[ShownActivity(each, day, last.get((each.project_id, each.uid))) for each in later],
        lately=told_by(organisation, person, day - LATELY),
        due_count=len(rows) if len(rows) < MOST_SHOWN else due.count(),
        request=asked,
    )


def due_count(membership: Membership) -> int:
    """Three queries."""
    day = today(membership.organisation)
    return activities_of(membership.organisation, membership.person).filter(due_on__lte=day).count()


def last_told(activities: Iterable[OwnedActivity]) -> dict[tuple[int, str], Told]:
    """The last update of each, by project and uid, refused ones too. Two queries."""
    rows = list(activities)
    updates = ProgressUpdate.objects.filter(
        project__in={each.project_id for each in rows}, uid__in={each.uid for each in rows}
    ).select_related("by")
    newest = {(each.project_id, each.uid): each for each in updates.order_by("pk")}
    decided = decisions_of(list(newest.values()))
    return {key: Told(each, decided.get(each.pk)) for key, each in newest.items()}


def told_by(organisation: Organisation, person: Person, since: date) -> list[Told]:
    updates = ProgressUpdate.objects.filter(project__organisation=organisation, by=person, told_on__gte=since)
    rows = list(updates.select_related("project", "by")[:MOST_SHOWN])
    decided = decisions_of(rows)
    return [Told(each, decided.get(each.pk)) for each in rows]


def decisions_of(updates: Sequence[ProgressUpdate]) -> dict[int, UpdateDecision]:
    """The last one of each that still stands. One query."""
    found = standing_decisions().filter(update__in=[each.pk for each in updates]).select_related("by")
    return {each.update_id: each for each in found.order_by("pk")}
