"""Who sees a signal, and who may do what with it, whatever page it comes from."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied
from django.db.models import Q, QuerySet

from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import has_permission
from plumbline.office.signals.models import Signal
from plumbline.office.signals.owners import RAISE, RUN


def visible_to(organisation: Organisation, person: Person) -> QuerySet[Signal]:
    """Those who run signals see all that have arrived; others what is open, what they raised and what they answer.

    What was withdrawn is left to its sender.
    """
    found = Signal.objects.filter(organisation=organisation, raised_at__lte=now())
    own = Q(by=person)
    if has_permission(organisation, person, RUN):
        return found.filter(own | ~Q(state=Signal.State.WITHDRAWN))
    return found.filter(own | (Q(is_open=True) | Q(owner=person)) & ~Q(state=Signal.State.WITHDRAWN))


def must_raise(organisation: Organisation, by: Person) -> None:
    if not has_permission(organisation, by, RAISE):
        raise PermissionDenied("Your role does not allow this: raise signals.")


def must_run(organisation: Organisation, by: Person) -> None:
    if not has_permission(organisation, by, RUN):
        raise PermissionDenied("Your role does not allow this: run signals.")


def must_see(signal: Signal, by: Person) -> None:
    must_raise(signal.organisation, by)
    if not visible_to(signal.organisation, by).filter(pk=signal.pk).exists():
        raise PermissionDenied("Your role does not allow this: see a signal that is not open to all.")


def answers(signal: Signal, person: Person) -> bool:
    """Its owner does, and those who run signals."""
    return signal.owner_id == person.pk or has_permission(signal.organisation, person, RUN)


def must_answer(signal: Signal, by: Person) -> None:
    must_see(signal, by)
    if not answers(signal, by):
        raise PermissionDenied("Your role does not allow this: its owner answers a signal.")


def must_have_raised(signal: Signal, by: Person) -> None:
    if signal.by_id != by.pk:
        raise PermissionDenied("Your role does not allow this: only who raised a signal does it.")
