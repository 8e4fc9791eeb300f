"""Telling those who are expected at an acceptance session, and those who have yet to sign its protocol."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from django.urls import reverse

from plumbline.office.acceptance.queries.protocols import unsigned
from plumbline.office.acceptance.session_models import AcceptanceSession, Attendee, Protocol
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import change
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.sweeps import each_by_itself
from plumbline.office.notifications.actions import notify
from plumbline.office.notifications.wording import Wording
from plumbline.office.people.models import Person
from plumbline.office.people.queries import people_in

REMINDED_AFTER = timedelta(days=3)
REMINDED_AGAIN = timedelta(days=7)
MOST_REMINDERS = 4
SESSION, SIGN = "acceptance_session", "acceptance_protocol"


def tell_attendee(attendee: Attendee, by: Person) -> None:
    session = attendee.session
    if attendee.person is None or attendee.person_id == by.pk:
        return
    title = Wording(
        "You are expected at an acceptance session of {project} on {day}",
        project=session.project.name,
        day=session.held_on,
    )
    reason = Wording("You were named as {role}.", role=attendee.role)
    path = reverse("acceptance:session", args=[session.project.organisation.slug, session.pk])
    _tell(session, [attendee.person], SESSION, title, reason, path, f"named:{attendee.pk}")


def ask_to_sign(protocol: Protocol, waiting: Iterable[Attendee]) -> None:
    """When the session is closed, or when somebody is named afterwards."""
    for each in waiting:
        assert each.person is not None
        title = Wording("Sign the acceptance protocol {session}", session=protocol.session)
        reason = Wording("You were named to sign it.")
        _tell(protocol.session, [each.person], SIGN, title, reason, _page(protocol), f"sign:{each.pk}")
        change(each, remind_at=now() + REMINDED_AFTER)


def tell_result(protocol: Protocol, passed: int, decided: int) -> None:
    session = protocol.session
    title = Wording("{passed} of {all} criteria were accepted: {session}", passed=passed, all=decided, session=session)
    reason = Wording("You manage the project.")
    manager = session.project.manager
    if manager and manager.pk != protocol.closed_by_id:
        _tell(session, [manager], SIGN, title, reason, _page(protocol), "closed")


def tell_all_signed(protocol: Protocol) -> None:
    session = protocol.session
    told = {each.pk: each for each in (session.called_by, session.project.manager) if each}
    title = Wording("All have signed the acceptance protocol {session}", session=session)
    _tell(session, told.values(), SIGN, title, Wording("You prepared it."), _page(protocol), "signed")


def remind_signatories() -> None:
    """May run at any time, in several workers at once."""
    due = Attendee.objects.filter(remind_at__lte=now(), session__project__archived_at=None)
    each_by_itself(due.order_by("remind_at").values_list("pk", flat=True)[:1000], _remind)


def _remind(attendee_id: int) -> None:
    attendee = Attendee.objects.select_related("session__protocol", "session__project__organisation", "person").get(
        pk=attendee_id
    )
    protocol, moment = attendee.session.protocol, now()
    with action("remind_signatory", by=None, scope=attendee.session.project.organisation) as line:
        last = attendee.reminders + 1 >= MOST_REMINDERS
        waits = unsigned(protocol).filter(pk=attendee.pk).exists()
        again = None if last or not waits else moment + REMINDED_AGAIN
        told = Attendee.objects.filter(pk=attendee.pk, remind_at__lte=moment)
        line.about(attendee)
        if not told.update(remind_at=again, reminders=attendee.reminders + int(waits)) or not waits:
            line.nothing_happened()
            return
        assert attendee.person is not None
        title = Wording("The acceptance protocol {session} waits for your signature", session=attendee.session)
        reason = Wording("It was closed on {day}.", day=protocol.closed_at.date())
        key = f"remind:{attendee.pk}:{attendee.reminders}"
        _tell(attendee.session, [attendee.person], SIGN, title, reason, _page(protocol), key)


def _page(protocol: Protocol) -> str:
    return reverse("acceptance:protocol", args=[protocol.session.project.organisation.slug, protocol.pk])


def _tell(
    session: AcceptanceSession,
    people: Iterable[Person],
    kind: str,
    title: Wording,
    reason: Wording,
    path: str,
    key: str,
) -> None:
    organisation = session.project.organisation
    belong = people_in(organisation).filter(pk__in=[each.pk for each in people])
    notify(
        organisation,
        belong,
        kind=kind,
        title=title,
        reason=reason,
        path=path,
        key=f"acceptance_session:{session.pk}:{key}",
        about=f"project:{session.project_id}",
    )
