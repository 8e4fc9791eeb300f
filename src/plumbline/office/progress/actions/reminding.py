"""Asking those who do the work: once a week each, with a link that opens nothing but their own activities."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sweeps import each_by_itself
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.models import Notice
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import today
from plumbline.office.progress.due import WEEK
from plumbline.office.progress.links import path_of
from plumbline.office.progress.models import ActivityOwner, OwnedActivity, ProgressRequest, RequestedActivity
from plumbline.office.progress.queries.names import who_is_who
from plumbline.office.projects.held import locked
from plumbline.office.projects.models import Project

OPEN_DAYS = 8
"""A link outlives the week until the next by a day."""
MOST_LINES = 50
Due = dict[Person, list[OwnedActivity]]


def remind_who_is_due() -> None:
    """May run at any time and any number of times: who was asked within their week is not asked again."""
    asking = Organisation.objects.filter(projects__progress__asks=True, projects__archived_at=None, leaves_at=None)
    each_by_itself(asking.distinct().order_by("pk").values_list("pk", flat=True), _remind_in)


def _remind_in(organisation_id: int) -> None:
    organisation = Organisation.objects.get(pk=organisation_id)
    day = today(organisation)
    due = due_by_person(organisation, day, OwnedActivity.objects.filter(project__progress__asks=True))
    since = _last_asked(organisation)
    for person, activities in due.items():
        days = min(each.project.progress.word_days for each in activities)
        if person.pk not in since or since[person.pk] + timedelta(days=days) <= day:
            ask(organisation, person, activities, day)


def due_by_person(organisation: Organisation, day: date, among: object = None) -> Due:
    """Whose word is due on that day, with what about: the longest due first. Four queries."""
    rows = among if among is not None else OwnedActivity.objects.all()
    due = rows.filter(  # type: ignore[attr-defined]
        project__organisation=organisation, project__archived_at=None, due_on__lte=day
    ).select_related("project__organisation", "project__progress")
    activities = {each.pk: each for each in due.order_by("due_on", "project", "pk")}
    found = who_is_who(organisation)
    owned: dict[int, set[int]] = defaultdict(set)
    owners = ActivityOwner.objects.filter(activity__in=due.values("pk"), key__in=list(found.by_key))
    for activity, key in owners.values_list("activity", "key"):
        owned[found.by_key[key].pk].add(activity)
    people = found.people(found.by_key)
    return {people[pk]: [each for number, each in activities.items() if number in mine] for pk, mine in owned.items()}


def ask(organisation: Organisation, person: Person, activities: Sequence[OwnedActivity], day: date) -> bool:
    """Once a day at most. What was sent before opens nothing any more. Returns whether they are asked."""
    with action("ask_for_progress", by=None, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        if ProgressRequest.objects.filter(organisation=organisation, person=person, asked_on__gte=day).exists():
            line.nothing_happened()
            return False
        ProgressRequest.objects.filter(organisation=organisation, person=person, ended_at=None).update(ended_at=now())
        asked = ProgressRequest.objects.create(
            organisation=organisation, person=person, asked_on=day, last_day=day + timedelta(days=OPEN_DAYS - 1)
        )
        RequestedActivity.objects.bulk_create(
            RequestedActivity(request=asked, number=number, project_id=each.project_id, uid=each.uid)
            for number, each in enumerate(activities[:MOST_LINES], start=1)
        )
        _tell(asked, len(activities))
        line.about(asked, activities=len(activities))
    return True


def _tell(asked: ProgressRequest, count: int) -> None:
    notify(
        asked.organisation,
        [asked.person],
        kind="progress_due",
        title=(
            Wording("How does your activity stand?")
            if count == 1
            else Wording("How do your {count} activities stand?", count=count)
        ),
        reason=Wording("Plans name you as the one who does them. The link in the mail is for you alone."),
        path=reverse("progress:mine", args=[asked.organisation.slug]),
        key=f"progress_due:{asked.asked_on}",
        about="progress",
        secret_paths={asked.person_id: path_of(asked.pk)},
    )


def remind_project(project: Project, *, by: Person) -> list[Person]:
    """All whose word about it is due, once a day. Returns who is asked. Raises ``ValidationError``."""
    organisation = project.organisation
    day = today(organisation)
    key = f"progress_reminder:{project.pk}:{day}"
    with action("remind_of_progress", by=by, scope=organisation) as line:
        held = locked(project)
        due = due_by_person(organisation, day, OwnedActivity.objects.filter(project=held))
        if not due:
            raise ValidationError("Nobody whom the plan names owes a word today.")
        if Notice.objects.filter(organisation=organisation, key=key).exists():
            raise ValidationError("They were reminded today already. Remind them again tomorrow.")
        line.about(held, people=[str(each) for each in due])
        notify(
            organisation,
            due,
            kind="progress_due",
            title=Wording("{by} asks how your activities in {project} stand", by=by, project=project.name),
            reason=Wording("The plan names you as the one who does them."),
            path=reverse("progress:mine", args=[organisation.slug]),
            key=key,
            about=f"project:{project.pk}",
        )
    return list(due)


def take_back(asked: ProgressRequest, *, by: Person) -> None:
    """The link in the mail opens nothing any more."""
    with action("take_back_progress_link", by=by, scope=asked.organisation) as line:
        line.about(asked)
        if not ProgressRequest.objects.filter(pk=asked.pk, person=by, ended_at=None).update(ended_at=now()):
            line.nothing_happened()


def _last_asked(organisation: Organisation) -> dict[int, date]:
    longest_ago = today(organisation) - timedelta(days=WEEK)
    rows = ProgressRequest.objects.filter(organisation=organisation, asked_on__gt=longest_ago)
    return dict(rows.order_by("asked_on").values_list("person_id", "asked_on"))
