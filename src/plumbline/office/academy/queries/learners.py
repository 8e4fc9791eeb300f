"""Who learns what, for those who oversee it. By name; nobody is ranked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count, QuerySet
from django.http import Http404

from plumbline.office.academy.models import Assignment, Certificate, ElsewhereResult, Reading
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.queries import members, today
from plumbline.office.people.roles import Role
from plumbline.office.standards.queries import courses_in_force

SOON = timedelta(days=60)
MOST_FROM_ELSEWHERE = 2000
"""On one page, the latest of them."""


@dataclass(frozen=True, slots=True)
class Asked:
    """An open assignment with the title of its course."""

    assignment: Assignment
    title: str
    is_late: bool


@dataclass(frozen=True, slots=True)
class Held:
    """A certificate that holds."""

    certificate: Certificate
    expires_soon: bool


@dataclass(frozen=True, slots=True)
class Learner:
    """What is due first, and what expires first, stands first."""

    member: Membership
    finished: int
    asked: list[Asked]
    held: list[Held]
    elsewhere: list[ElsewhereResult]

    @property
    def late(self) -> int:
        return sum(each.is_late for each in self.asked)


def learners(organisation: Organisation) -> QuerySet[Membership]:
    """Active members but guests, by name; to be paged before ``with_learning``."""
    return members(organisation).filter(active=True).exclude(role=Role.GUEST)


def with_learning(organisation: Organisation, page: list[Membership]) -> list[Learner]:
    """Five queries, however many there are on the page."""
    day, taught = today(organisation), courses_in_force(organisation).courses
    people = [each.person_id for each in page]
    mine = {"organisation": organisation, "person__in": people}
    read = Reading.objects.filter(**mine, finished_at__isnull=False).order_by()
    finished = dict(read.values_list("person").annotate(number=Count("pk")))
    asked: dict[int, list[Asked]] = defaultdict(list)
    for each in Assignment.objects.filter(**mine, done_at=None, cancelled_at=None).order_by("due_on", "pk"):
        title = taught[each.course].title if each.course in taught else each.course
        asked[each.person_id].append(Asked(each, title, each.due_on is not None and each.due_on < day))
    held: dict[int, list[Held]] = defaultdict(list)
    for one in Certificate.objects.filter(**mine, withdrawn_at=None, expires_on__gte=day).order_by("expires_on"):
        held[one.person_id].append(Held(one, one.expires_on <= day + SOON))
    elsewhere: dict[int, list[ElsewhereResult]] = defaultdict(list)
    for result in ElsewhereResult.objects.filter(**mine)[:MOST_FROM_ELSEWHERE]:
        elsewhere[result.person_id].append(result)
    return [
        Learner(
            each,
            finished.get(each.person_id, 0),
            asked[each.person_id],
            held[each.person_id],
            elsewhere[each.person_id],
        )
        for each in page
    ]


def assignment(organisation: Organisation, number: int) -> Assignment:
    """404 for one of another organisation."""
    found = Assignment.objects.filter(organisation=organisation, pk=number)
    one = found.select_related("organisation", "person").first()
    if one is None:
        raise Http404
    return one


def overdue(organisation: Organisation, day: date) -> QuerySet[Assignment]:
    """Open assignments whose day is over, the longest first."""
    late = Assignment.objects.filter(organisation=organisation, done_at=None, cancelled_at=None, due_on__lt=day)
    return late.select_related("person").order_by("due_on", "pk")


def lines_of(found: list[Learner]) -> Iterator[list[Any]]:
    yield [
        "Name", "Role", "Unit", "Lessons finished", "Assigned", "Late", "Certificates", "Next expires on",
        "From elsewhere",
    ]  # fmt: skip
    for each in found:
        yield [
            each.member.person.name,
            each.member.get_role_display(),
            str(each.member.unit or ""),
            each.finished,
            ", ".join(one.title for one in each.asked),
            each.late,
            ", ".join(one.certificate.title for one in each.held),
            each.held[0].certificate.expires_on if each.held else None,
            ", ".join(f"{one.about} ({one.source})" for one in each.elsewhere),
        ]
