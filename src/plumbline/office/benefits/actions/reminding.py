"""Telling whoever answers for a benefit that it is to be measured or reviewed, also when its project is gone."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.db.models import F, Q
from django.urls import reverse

from plumbline.office.benefits.models import LIVE, Benefit, BenefitsReview
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sweeps import each_by_itself
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in, people_with, today
from plumbline.office.people.roles import Role
from plumbline.office.projects.held import held
from plumbline.office.projects.models import Project

OWNER = Wording("You own this benefit.")
SUCCESSOR = Wording("You take over from its owner, who has left.")
OFFICE = Wording("Whoever answered for it has left, and nobody takes over. You head the PMO.")
REVIEWER = Wording("You are to review it.")


def remind() -> None:
    """May run at any time, in several workers at once: what was told of a day is not told of it again."""
    late = now().date() + timedelta(days=1)  # a rough cut; the exact one is the day of the organisation
    untold = Q(told_of=None) | ~Q(told_of=F("measure_due_on"))
    due = Benefit.objects.filter(untold, measure_due_on__lte=late)
    each_by_itself(due.order_by("pk").values_list("pk", flat=True), _tell_to_measure)
    waiting = BenefitsReview.objects.filter(
        Q(told_of=None) | ~Q(told_of=F("planned_on")), held_on=None, planned_on__lte=late
    )
    each_by_itself(waiting.order_by("pk").values_list("pk", flat=True), _tell_to_review)
    forgotten = Project.objects.exclude(archived_at=None).filter(
        benefits__profile__status__in=LIVE, benefits__review_asked_at=None, benefits_reviews=None
    )
    each_by_itself(forgotten.order_by("pk").values_list("pk", flat=True).distinct(), _ask_for_review)


def _tell_to_measure(benefit_id: int) -> None:
    with action("remind_of_measurement", by=None, scope=None) as line:
        benefit = Benefit.objects.select_for_update(of=("self",)).get(pk=benefit_id)
        organisation, due, profile = benefit.organisation, benefit.measure_due_on, benefit.profile
        line.scope = organisation
        if due is None or profile is None or due > today(organisation) or benefit.told_of == due:
            line.nothing_happened()
            return
        people, reason = _who_answers(organisation, profile.owner_id, profile.successor_id)
        title = Wording("“{benefit}” is to be measured: {measure}", benefit=profile.title, measure=profile.measure)
        path = reverse("benefits:benefit", args=[organisation.slug, benefit.pk])
        _tell(benefit.project, people, title, reason, f"{path}#measure", f"benefit:{benefit.pk}:{due}")
        change(benefit, told_of=due)
        line.about(benefit, due=str(due), told=[str(each) for each in people])


def _who_answers(organisation: Organisation, owner: int | None, successor: int | None) -> tuple[list[Person], Wording]:
    there = {each.pk: each for each in people_with(organisation, "see_benefits").filter(pk__in=[owner, successor])}
    for number, reason in ((owner, OWNER), (successor, SUCCESSOR)):
        if number in there:
            return [there[number]], reason
    return heads(organisation), OFFICE


def heads(organisation: Organisation) -> list[Person]:
    return list(people_in(organisation, Role.PMO_MANAGER).order_by("pk"))


def _tell_to_review(review_id: int) -> None:
    with action("remind_of_benefits_review", by=None, scope=None) as line:
        review = BenefitsReview.objects.select_for_update(of=("self",)).get(pk=review_id)
        organisation, due = review.project.organisation, review.planned_on
        line.scope = organisation
        if review.held_on or due > today(organisation) or review.told_of == due:
            line.nothing_happened()
            return
        numbers = review.reviewers.values("person")
        people = list(people_with(organisation, "see_benefits").filter(pk__in=numbers))
        reason = REVIEWER if people else OFFICE
        title = Wording("The benefits review of {project} is due", project=review.project.name)
        path = reverse("benefits:review", args=[organisation.slug, review.pk])
        people = people or heads(organisation)
        _tell(review.project, people, title, reason, path, f"benefits-review:{review.pk}:{due}")
        change(review, told_of=due)
        line.about(review, due=str(due), told=[str(each) for each in people])


def _ask_for_review(project_id: int) -> None:
    """Once: the office decides whether there is to be one."""
    with action("ask_for_benefits_review", by=None, scope=None) as line:
        project = held(Project(pk=project_id))
        line.scope = project.organisation
        asked = Benefit.objects.filter(project=project, review_asked_at=None)
        if project.archived_at is None or project.benefits_reviews.exists() or not asked.update(review_asked_at=now()):
            line.nothing_happened()
            return
        title = Wording("{project} is closed, and nobody has planned a benefits review", project=project.name)
        reason = Wording("It has benefits that are still to be measured. You head the PMO.")
        path = reverse("benefits:plan_review", args=[project.organisation.slug, project.pk])
        _tell(project, heads(project.organisation), title, reason, path, f"benefits-review-missing:{project.pk}")
        line.about(project)


def _tell(project: Project, people: Iterable[Person], title: Wording, reason: Wording, path: str, key: str) -> None:
    notify(
        project.organisation,
        people,
        kind="benefit_due",
        title=title,
        reason=reason,
        path=path,
        key=key,
        about=f"project:{project.pk}",
    )
