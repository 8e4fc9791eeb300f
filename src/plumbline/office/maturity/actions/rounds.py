"""Beginning a round, and asking more people."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add
from plumbline.office.maturity.actions.locking import locked
from plumbline.office.maturity.actions.measuring import measure
from plumbline.office.maturity.model_files import CURRENT
from plumbline.office.maturity.models import Assessor, Round
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import has_permission, people_with, today

MOST_ASSESSORS = 30
AHEAD = timedelta(days=3)
"""So long before its day those who are missing are reminded; who is asked later than that is not, but on the day."""


def begin_round(
    organisation: Organisation,
    *,
    by: Person,
    title: str,
    lead: Person,
    assessors: Iterable[Person],
    period_from: date,
    period_to: date,
    due_on: date,
    scope: str = "",
) -> Round:
    """Measures the evidence and asks the assessors. Raises ``ValidationError`` by field; one round at a time."""
    with action("begin_round", by=by, scope=organisation) as line:
        Organisation.objects.select_for_update().get(pk=organisation.pk)
        if Round.objects.filter(organisation=organisation, state=Round.State.OPEN).exists():
            raise ValidationError("A round is open already. Close it or call it off first.")
        if due_on < today(organisation):
            raise ValidationError({"due_on": "Choose today or a day to come."})
        if not has_permission(organisation, lead, "run_maturity"):
            raise ValidationError({"lead": "Choose somebody of the office."})
        found = Round(
            organisation=organisation,
            title=title.strip(),
            scope=scope.strip(),
            model_version=CURRENT,
            period_from=period_from,
            period_to=period_to,
            due_on=due_on,
            lead=lead,
            begun_by=by,
        )
        add(found)
        asked = _ask(found, list(assessors))
        line.about(found, assessors=asked, evidence=measure(found), model=found.model_version)
    return found


def invite(found: Round, *, by: Person, people: Iterable[Person]) -> int:
    """Who was asked already is not asked twice. Returns how many are new."""
    with action("invite_assessors", by=by, scope=found.organisation) as line:
        current = locked(found)
        asked = _ask(current, list(people))
        if asked:
            line.about(current, assessors=asked)
        else:
            line.nothing_happened()
    return asked


def remind(found: Round, *, by: Person) -> int:
    """Tells those who have not said that they are through, once a day at most. Returns how many they are."""
    with action("remind_assessors", by=by, scope=found.organisation) as line:
        current = locked(found)
        missing = [each.person for each in current.assessors.filter(finished_at=None).select_related("person")]
        if missing:
            line.about(current, reminded=len(missing))
        else:
            line.nothing_happened()
        title = Wording("Still to be answered: {round}", round=current.title)
        tell_assessors(current, missing, title, f"reminded:{today(current.organisation)}")
    return len(missing)


def tell_assessors(
    found: Round, people: Iterable[Person], title: Wording, what: str, kind: str = "maturity_round"
) -> None:
    notify(
        found.organisation,
        people,
        kind=kind,
        title=title,
        reason=Wording("You are asked for your view, by {due}.", due=found.due_on),
        path=reverse("maturity:resume", args=[found.organisation.slug, found.pk]),
        key=f"maturity:{found.pk}:{what}",
    )


def _ask(found: Round, people: list[Person]) -> int:
    there = set(Assessor.objects.filter(round=found).values_list("person", flat=True))
    wanted = {each.pk: each for each in people if each.pk not in there}
    if not wanted and not there:
        raise ValidationError({"assessors": "Choose at least one person. Three to six see more than one."})
    if len(wanted) + len(there) > MOST_ASSESSORS:
        raise ValidationError({"assessors": f"A round has {MOST_ASSESSORS} assessors at most."})
    allowed = people_with(found.organisation, "assess_maturity").filter(pk__in=wanted)
    if len(set(allowed.values_list("pk", flat=True))) != len(wanted):
        raise ValidationError({"assessors": "Choose people of the organisation, and no guests."})
    day = today(found.organisation)
    told = day if found.due_on - AHEAD <= day else None
    Assessor.objects.bulk_create(Assessor(round=found, person=each, reminded_on=told) for each in wanted.values())
    title = Wording("Assess how we manage projects: {round}", round=found.title)
    tell_assessors(found, wanted.values(), title, "asked")
    return len(wanted)
