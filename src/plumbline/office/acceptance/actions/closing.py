"""Closing a session makes its protocol, which both sides sign."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied, ValidationError
from django.db.models import Max

from plumbline.office.acceptance.actions.asking import ask_to_sign, tell_all_signed, tell_result
from plumbline.office.acceptance.actions.sessions import held_open, refuse_side
from plumbline.office.acceptance.queries.protocols import unsigned
from plumbline.office.acceptance.queries.sessions import SessionPage, shown_in
from plumbline.office.acceptance.session_models import (
    AcceptanceDecision,
    AcceptanceSession,
    AgendaItem,
    Attendee,
    Outcome,
    Protocol,
    Side,
    Signature,
)
from plumbline.office.acceptance.session_protocol import document_of
from plumbline.office.acceptance.session_rights import acceptors_of, must_run, runs
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.foundation.frozen import digest_of
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project


def decisions_in(session: AcceptanceSession) -> int:
    """How many there are: what was seen when closing was asked for."""
    return AcceptanceDecision.objects.filter(item__session=session).count()


def close_session(session: AcceptanceSession, *, by: Person, seen: int) -> Protocol:
    """Freezes what was decided. ``seen`` is how many decisions there were when it was read.

    Raises ``ValidationError`` with everything that stands in the way.
    """
    with action("close_acceptance_session", by=by, scope=session.project.organisation) as line:
        project = Project.objects.select_for_update().get(pk=session.project_id)
        locked = held_open(session)
        must_close(by, locked)
        if seen != decisions_in(locked):
            raise ValidationError("Something was decided meanwhile: read it, and close the session then.")
        attendees = list(locked.attendees.select_related("person"))
        shown = shown_in(locked, by, acceptors_of(locked.project), attendees)
        early = locked.held_on > today(locked.project.organisation)
        if obstacles := SessionPage(locked, shown, attendees, True, early).obstacles:
            raise ValidationError(obstacles)
        moment = now()
        document = document_of(locked, shown, attendees, by, moment)
        protocol = add(
            Protocol(session=locked, document=document, digest=digest_of(document), closed_by=by, closed_at=moment)
        )
        passed = 0
        for each in shown:
            assert each.decision is not None
            passed += each.decision.passes
            _settle(each.item, each.decision)
        change(locked, state=AcceptanceSession.State.CLOSED)
        change(project, facts_changed_at=moment)
        ask_to_sign(protocol, unsigned(protocol))
        tell_result(protocol, passed, len(shown))
        line.about(protocol, digest=protocol.digest, accepted=passed, decided=len(shown))
        return protocol


def may_close(person: Person, session: AcceptanceSession) -> bool:
    """Whoever prepares the session, and whoever decided in it."""
    signs = session.attendees.filter(person=person, side=Side.ACCEPTING).exists()
    return signs or runs(person, session.project)


def must_close(by: Person, session: AcceptanceSession) -> None:
    if not may_close(by, session):
        raise PermissionDenied("Your part in this project does not allow this: close an acceptance session.")


def name_signatory(protocol: Protocol, *, by: Person, person: Person, role: str, side: str) -> Attendee:
    """Somebody more who is to sign a protocol; where those who were to sign have left, say. The protocol stays."""
    with action("name_signatory", by=by, scope=protocol.session.project.organisation) as line:
        locked = AcceptanceSession.objects.select_for_update(of=("self",)).get(pk=protocol.session_id)
        must_run(by, locked.project)
        if not side:
            raise ValidationError({"side": "Choose the side they sign for."})
        refuse_side(locked, person, side)
        attendee = locked.attendees.filter(person=person).first()
        if attendee is None:
            attendee = add(Attendee(session=locked, person=person, name=person.name, role=role.strip(), side=side))
        elif attendee.side:
            raise ValidationError({"person": f"{person} is to sign it already."})
        else:
            change(attendee, side=side, role=role.strip())
        line.about(attendee, side=side)
        ask_to_sign(protocol, [attendee])
        return attendee


def sign(protocol: Protocol, *, by: Person, digest: str) -> Signature:
    """Confirms the document that was read. Raises ``ValidationError`` if it is not the one that was frozen."""
    with action("sign_protocol", by=by, scope=protocol.session.project.organisation) as line:
        locked = Protocol.objects.select_for_update(of=("self",)).select_related("session__project").get(pk=protocol.pk)
        attendee = locked.session.attendees.filter(person=by).exclude(side="").first()
        if attendee is None:
            raise PermissionDenied("Your part in this session does not allow this: sign its protocol.")
        if digest != locked.digest or digest_of(locked.document) != locked.digest:
            raise ValidationError("This is not the protocol that was frozen when the session was closed.")
        signature = add(
            Signature(protocol=locked, person=by, side=attendee.side, role=attendee.role, digest=locked.digest)
        )
        change(attendee, remind_at=None)
        if not unsigned(locked).exists():
            tell_all_signed(locked)
        line.about(signature, side=attendee.side, digest=digest)
        return signature


def _settle(item: AgendaItem, decision: AcceptanceDecision) -> None:
    """Numbers what was shown; the project is locked, so that two sessions do not give the same number."""
    showing = None
    if decision.outcome != Outcome.NOT_SHOWN:
        before = AgendaItem.objects.filter(criterion=item.criterion_id).aggregate(last=Max("showing"))["last"] or 0
        showing = before + 1
    change(item, final=decision, showing=showing)
