"""The catalogue: what the office offers."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import people_in
from plumbline.office.services.built_in import offers
from plumbline.office.services.models import Service
from plumbline.office.services.questions import MOST_QUESTIONS, question

MOST_SERVICES = 200


def add_service(organisation: Organisation, *, by: Person | None, title: str, **fields: Any) -> Service:
    """Raises ``ValidationError`` by field. ``fields`` are further columns: group, what, respond_in, owner ..."""
    with action("add_service", by=by, scope=organisation) as line:
        _lock(organisation)
        if Service.objects.filter(organisation=organisation).count() >= MOST_SERVICES:
            raise ValidationError(f"There are {MOST_SERVICES} services already.")
        _check(organisation, fields)
        service = Service(organisation=organisation, title=title.strip(), **fields)
        line.about(add(service), key=service.key)
    return service


def take_from_catalogue(organisation: Organisation, keys: Iterable[str], *, by: Person | None) -> list[Service]:
    """What the organisation has already, by key or by title, is left as it is. Raises for a key that is not known."""
    known = offers()
    chosen = list(dict.fromkeys(keys))
    if any(each not in known for each in chosen):
        raise ValidationError("Choose services of the catalogue.")
    there = Service.objects.filter(organisation=organisation).values_list("key", "title")
    held = {key for key, _ in there} | {title.casefold() for _, title in there}
    new = [known[key] for key in chosen if key not in held and known[key].title.casefold() not in held]
    return [add_service(organisation, by=by, title=each.title, **each.fields()) for each in new]


def change_service(service: Service, *, by: Person | None, **values: Any) -> None:
    """Raises ``ValidationError`` by field. What was promised to those who asked before stays as it was."""
    with action("change_service", by=by, scope=service.organisation) as line:
        current = _locked(service)
        _check(current.organisation, {"respond_in": current.respond_in, "deliver_in": current.deliver_in} | values)
        told = change(current, **values)
        if told:
            line.about(current, changed=told)
        else:
            line.nothing_happened()
    service.refresh_from_db()


def archive_service(service: Service, *, by: Person | None) -> None:
    """Nobody can ask for it any more. Its open requests are worked off; all is kept."""
    _mark(service, by, "archive_service", archived=True)


def restore_service(service: Service, *, by: Person | None) -> None:
    _mark(service, by, "restore_service", archived=False)


def add_question(service: Service, *, by: Person | None, **fields: Any) -> None:
    """See ``questions.question`` for the fields. Raises ``ValidationError`` by field."""
    with action("add_service_question", by=by, scope=service.organisation) as line:
        current = _locked(service)
        new = question(**fields)
        if len(current.questions) >= MOST_QUESTIONS:
            raise ValidationError(f"A form asks at most {MOST_QUESTIONS} questions. Remove one first.")
        if any(each["text"].casefold() == new["text"].casefold() for each in current.questions):
            raise ValidationError({"text": "The form asks this already."})
        change(current, questions=[*current.questions, new])
        line.about(current, question=new["text"])
    service.refresh_from_db()


def remove_question(service: Service, *, by: Person | None, text: str) -> None:
    """Answers that were given are kept with their requests."""
    with action("remove_service_question", by=by, scope=service.organisation) as line:
        current = _locked(service)
        if change(current, questions=[each for each in current.questions if each["text"] != text]):
            line.about(current, question=text[:250])
        else:
            line.nothing_happened()
    service.refresh_from_db()


def _mark(service: Service, by: Person | None, verb: str, *, archived: bool) -> None:
    with action(verb, by=by, scope=service.organisation) as line:
        current = _locked(service)
        if (current.archived_at is not None) == archived:
            line.nothing_happened()
            return
        line.about(current, changed=change(current, archived_at=now() if archived else None))
    service.refresh_from_db()


def _lock(organisation: Organisation) -> None:
    Organisation.objects.select_for_update().get(pk=organisation.pk)


def _locked(service: Service) -> Service:
    return Service.objects.select_for_update(of=("self",)).select_related("organisation").get(pk=service.pk)


def _check(organisation: Organisation, fields: dict[str, Any]) -> None:
    owner, maturity = fields.get("owner"), fields.get("maturity")
    if owner is not None and not people_in(organisation).filter(pk=owner.pk).exists():
        raise ValidationError({"owner": "Choose somebody of the organisation."})
    if maturity is not None and not 1 <= maturity <= 5:
        raise ValidationError({"maturity": "Choose a level from 1 to 5."})
    respond, deliver = fields.get("respond_in"), fields.get("deliver_in")
    if respond is not None and deliver is not None and respond > deliver:
        raise ValidationError({"respond_in": "The first answer has to come before the result."})
