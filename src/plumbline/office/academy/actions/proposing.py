"""Lessons proposed for findings that came again, and what becomes of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.urls import reverse

from plumbline.engine.course import Curriculum, Lesson
from plumbline.engine.rules_in_force import rules_in_force
from plumbline.office.academy.actions.assigning import assign
from plumbline.office.academy.models import Assignment, JudgedPlan, LessonProposal, Reading
from plumbline.office.academy.repeating import Judged, repeated
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_with
from plumbline.office.standards.queries import courses_in_force, in_force, standard_of

COUNTED = timedelta(days=180)
MOST_OPEN = 3
"""Proposals that somebody has at once: more is no advice any more."""
Because = list[dict[str, Any]]
State = LessonProposal.State


def reconsider(organisation_id: int, person_id: int) -> None:
    """What is proposed to one person follows from their plans."""
    with transaction.atomic():
        organisation = Organisation.objects.select_for_update().get(pk=organisation_id)
        JudgedPlan.objects.filter(organisation=organisation, person=person_id).update(considered=True)
        person = people_with(organisation, "learn").filter(pk=person_id).first()
        if person is not None:
            _reconsider(organisation, person)


def assign_proposed(proposal: LessonProposal, *, by: Person, due_on: date | None = None) -> bool:
    """The course of the lesson is asked of the person, with the findings as the reason. Whether it was still open."""
    with action("assign_from_findings", by=by, scope=proposal.organisation) as line:
        held = _held(proposal)
        course = courses_in_force(held.organisation).courses.get(held.course)
        lesson = course.lesson(held.lesson) if course else None
        if held.state != State.OPEN:
            line.nothing_happened()
            return False
        if course is None or lesson is None:
            raise ValidationError("The standard in force no longer has this lesson. Set the proposal aside.")
        why = f"Above all “{lesson.title}”: {held.reasons}."
        assign(held.organisation, course, [held.person], by=by, due_on=due_on, why=why[:300])
        change(held, state=State.ASSIGNED, closed_at=now(), closed_by=by)
        line.about(held, person=str(held.person))
        return True


def set_aside(proposal: LessonProposal, *, by: Person) -> None:
    """It comes back only when findings come that are later than this."""
    with action("set_proposal_aside", by=by, scope=proposal.organisation) as line:
        held = _held(proposal)
        if held.state != State.OPEN:
            line.nothing_happened()
            return
        change(held, state=State.SET_ASIDE, closed_at=now(), closed_by=by)
        line.about(held, person=str(held.person))


def close_as_learnt(organisation: Organisation, person: Person, lesson: Lesson) -> None:
    """Runs in the transaction that finishes the lesson."""
    mine = LessonProposal.objects.filter(
        organisation=organisation, person=person, course=lesson.course, lesson=lesson.name, state=State.OPEN
    )
    mine.update(state=State.LEARNT, closed_at=now(), closed_by=person)


def _held(proposal: LessonProposal) -> LessonProposal:
    found = LessonProposal.objects.select_for_update(of=("self",)).select_related("organisation", "person")
    return found.get(pk=proposal.pk)


def _reconsider(organisation: Organisation, person: Person) -> None:
    wanted = _wanted(organisation, person)
    mine = LessonProposal.objects.filter(organisation=organisation, person=person, state=State.OPEN)
    there = {each.course + "/" + each.lesson: each for each in mine}
    for key, proposal in there.items():
        if key in wanted:
            change(proposal, because=wanted[key][1])
        else:
            change(proposal, state=State.OVER, closed_at=now())
    kept = len(there.keys() & wanted.keys())
    new = [found for key, found in wanted.items() if key not in there]
    for lesson, because in new[: max(0, MOST_OPEN - kept)]:
        _propose(organisation, person, lesson, because)


def _wanted(organisation: Organisation, person: Person) -> dict[str, tuple[Lesson, Because]]:
    """By lesson, the one with the most frequent finding first; not what is asked of the person anyway."""
    version = in_force(organisation)
    if version is None:
        return {}
    taught = courses_in_force(organisation)
    by_rule = _lessons(taught)
    after = _counted_after(organisation, person)
    mine = JudgedPlan.objects.filter(organisation=organisation, person=person, at__gt=now() - COUNTED)
    plans = [Judged(*each) for each in mine.filter(project__archived_at=None).values_list("project_id", "at", "failed")]
    asked = set(
        Assignment.objects.filter(
            organisation=organisation, person=person, done_at=None, cancelled_at=None
        ).values_list("course", flat=True)
    )  # fmt: skip
    titles = {each.name: each.rule.title for each in rules_in_force(standard_of(version))}
    wanted: dict[str, tuple[Lesson, Because]] = {}
    for each in repeated(plans, lambda rule: after.get(by_rule[rule].key) if rule in by_rule else None):
        lesson = by_rule.get(each.rule)
        if lesson is None or lesson.course in asked:
            continue
        reason = {"rule": each.rule, "title": titles.get(each.rule, each.rule), "plans": each.plans}
        wanted.setdefault(lesson.key, (lesson, []))[1].append(reason | {"projects": each.projects})
    return wanted


def _lessons(taught: Curriculum) -> Mapping[str, Lesson]:
    """By rule, the lesson that is most about it."""
    rules = {each.removeprefix("rule:") for lesson in taught.lessons() for each in lesson.teaches}
    found = {rule: taught.teaching("rule", rule) for rule in rules}
    return {rule: lessons[0] for rule, lessons in found.items() if lessons}


def _counted_after(organisation: Organisation, person: Person) -> dict[str, datetime]:
    """By lesson, when it was finished or a proposal of it was closed; what was found until then is dealt with."""
    read = Reading.objects.filter(organisation=organisation, person=person, finished_at__isnull=False)
    closed = LessonProposal.objects.filter(organisation=organisation, person=person, closed_at__isnull=False)
    closed = closed.exclude(state=State.OVER)
    found: dict[str, datetime] = {}
    for course, lesson, at in (
        *read.values_list("course", "lesson", "finished_at"),
        *closed.values_list("course", "lesson", "closed_at"),
    ):
        if at is not None:
            found[f"{course}/{lesson}"] = max(at, found.get(f"{course}/{lesson}", at))
    return found


def _propose(organisation: Organisation, person: Person, lesson: Lesson, because: Because) -> None:
    proposal = add(
        LessonProposal(
            organisation=organisation, person=person, course=lesson.course, lesson=lesson.name, because=because,
            proposed_at=now(),
        )
    )  # fmt: skip
    notify(
        organisation,
        [person],
        kind="lesson_proposed",
        title=Wording("A lesson that may help: “{lesson}”", lesson=lesson.title),
        reason=Wording(
            "Found in plan after plan of yours: {rules}.", rules="; ".join(each["title"] for each in because)
        ),
        path=reverse("academy:lesson", args=[organisation.slug, lesson.course, lesson.name]),
        key=f"lesson_proposed:{proposal.pk}",
    )
