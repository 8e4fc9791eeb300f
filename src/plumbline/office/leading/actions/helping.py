"""Project managers ask for help, and those who lead managers give it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.urls import reverse

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.leading.models import HelpWanted
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import has_permission, people_with
from plumbline.office.projects.models import Project

State = HelpWanted.State
MOST_OPEN = 20
"""A person with more open calls for help than this needs a talk, not another form."""


def ask_for_help(
    organisation: Organisation,
    *,
    by: Person,
    about: str,
    text: str = "",
    project: Project | None = None,
    wanted_by: date | None = None,
    urgent: bool = False,
) -> HelpWanted:
    """Those who lead managers are told. Raises ``ValidationError`` by field."""
    with action("ask_for_help", by=by, scope=organisation) as line:
        waiting = HelpWanted.objects.filter(organisation=organisation, person=by, state__in=HelpWanted.WAITING)
        if waiting.count() >= MOST_OPEN:
            raise ValidationError({"about": f"You ask for help in {MOST_OPEN} things already. Speak to the PMO."})
        if project is not None and (project.organisation_id != organisation.pk or project.manager_id != by.pk):
            raise ValidationError({"project": "Choose one of the projects that you lead."})
        wanted = add(
            HelpWanted(
                organisation=organisation, person=by, about=about, text=text, project=project,
                wanted_by=wanted_by, urgent=urgent, asked_at=now(),
            )
        )  # fmt: skip
        leads = [each for each in people_with(organisation, "lead_managers") if each.pk != by.pk]
        title = Wording("{by} asks for help: {about}", by=by, about=wanted.about)
        _tell(wanted, leads, title, Wording("You lead project managers."), "asked")
        line.about(wanted)
        return wanted


def take_help(wanted: HelpWanted, *, by: Person) -> None:
    """Somebody who leads managers says that they will help; the asker is told who."""
    with action("take_help", by=by, scope=wanted.organisation) as line:
        locked = _waiting(wanted)
        if locked.helper_id == by.pk:
            line.nothing_happened()
            return
        _must_lead(locked, by)
        change(locked, state=State.TAKEN, helper=by, taken_at=now())
        title = Wording("{by} helps you: {about}", by=by, about=locked.about)
        _tell(locked, [locked.person], title, Wording("You asked for it."), f"taken:{by.pk}")
        line.about(locked, helper=str(by))


def answer_help(wanted: HelpWanted, *, by: Person, answer: str) -> None:
    """What was done. Raises ``ValidationError`` without words."""
    with action("answer_help", by=by, scope=wanted.organisation) as line:
        locked = _waiting(wanted)
        _must_lead(locked, by)
        if not answer.strip():
            raise ValidationError({"answer": "Say what was done, in a sentence."})
        moment = now()
        change(
            locked, state=State.ANSWERED, answer=answer.strip(), closed_at=moment,
            helper=locked.helper or by, taken_at=locked.taken_at or moment,
        )  # fmt: skip
        title = Wording("Answered: {about}", about=locked.about)
        _tell(locked, [locked.person], title, Wording("You asked for help."), "answered")
        line.about(locked)


def withdraw_help(wanted: HelpWanted, *, by: Person) -> None:
    """By whoever asked; whoever had taken it is told."""
    with action("withdraw_help", by=by, scope=wanted.organisation) as line:
        locked = _waiting(wanted)
        if locked.person_id != by.pk:
            raise ValidationError("Only whoever asked may withdraw it.")
        change(locked, state=State.WITHDRAWN, closed_at=now())
        helpers = [locked.helper] if locked.helper else []
        title = Wording("No longer wanted: {about}", about=locked.about)
        _tell(locked, helpers, title, Wording("You had taken it."), "withdrawn")
        line.about(locked)


def _waiting(wanted: HelpWanted) -> HelpWanted:
    found = HelpWanted.objects.select_for_update(of=("self",)).select_related("organisation", "person", "helper")
    locked = found.get(pk=wanted.pk)
    if not locked.is_waiting:
        raise ValidationError("It is closed already.")
    return locked


def _must_lead(wanted: HelpWanted, person: Person) -> None:
    if person.pk == wanted.person_id:
        raise ValidationError("You asked for it: somebody else has to help.")
    if not has_permission(wanted.organisation, person, "lead_managers"):
        raise ValidationError("Only those who lead managers can do this.")


def _tell(wanted: HelpWanted, people: Iterable[Person], title: Wording, reason: Wording, what: str) -> None:
    notify(
        wanted.organisation,
        people,
        kind="help_wanted",
        title=title,
        reason=reason,
        path=reverse("leading:help", args=[wanted.organisation.slug, wanted.pk]),
        key=f"help_wanted:{wanted.pk}:{what}",
    )
