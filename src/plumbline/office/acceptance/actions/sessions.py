"""Calling an acceptance session: when and where, what is shown, who is there."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from django.core.exceptions import ValidationError
from django.db.models import Max

from plumbline.office.acceptance.actions.asking import tell_attendee
from plumbline.office.acceptance.models import Criterion
from plumbline.office.acceptance.queries.agreed import is_agreed
from plumbline.office.acceptance.session_models import (
    AcceptanceDecision,
    AcceptanceSession,
    AgendaItem,
    Attendee,
    Side,
)
from plumbline.office.acceptance.session_rights import acceptors_of, must_run
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.people.models import Person
from plumbline.office.people.queries import people_in
from plumbline.office.projects.models import Project

MOST_ITEMS = 200
MOST_ATTENDEES = 60


def call_session(project: Project, *, by: Person, held_on: date, place: str) -> AcceptanceSession:
    with action("call_acceptance_session", by=by, scope=project.organisation) as line:
        held = Project.objects.select_for_update().get(pk=project.pk)
        must_run(by, held)
        number = (held.acceptance_sessions.aggregate(last=Max("number"))["last"] or 0) + 1
        session = add(
            AcceptanceSession(project=held, number=number, held_on=held_on, place=place.strip(), called_by=by)
        )
        line.about(session)
        return session


def change_session(session: AcceptanceSession, *, by: Person, held_on: date, place: str) -> None:
    with action("change_acceptance_session", by=by, scope=session.project.organisation) as line:
        locked = held_open(session)
        must_run(by, locked.project)
        line.about(locked, changed=(told := change(locked, held_on=held_on, place=place.strip())))
        if not told:
            line.nothing_happened()


def call_off(session: AcceptanceSession, *, by: Person, because: str) -> None:
    """What was decided in it stays to be read, and counts for nothing."""
    with action("call_off_acceptance_session", by=by, scope=session.project.organisation) as line:
        locked = held_open(session)
        must_run(by, locked.project)
        if not because.strip():
            raise ValidationError({"because": "Say why it is called off."})
        change(locked, state=AcceptanceSession.State.CALLED_OFF, called_off_because=because.strip())
        line.about(locked)


def put_on_agenda(session: AcceptanceSession, *, by: Person, criteria: Iterable[Criterion]) -> int:
    """Returns how many are new. Raises ``ValidationError`` for what is not agreed on as it stands."""
    with action("put_on_agenda", by=by, scope=session.project.organisation) as line:
        locked = held_open(session)
        must_run(by, locked.project)
        there = set(locked.items.values_list("criterion", flat=True))
        new = [each for each in criteria if each.pk not in there]
        if len(there) + len(new) > MOST_ITEMS:
            raise ValidationError(f"An agenda has at most {MOST_ITEMS} criteria: call a further session for the rest.")
        for each in new:
            if each.project_id != locked.project_id or not is_agreed(each):
                raise ValidationError({"criteria": f"{each.reference} is not agreed on as it stands."})
        for each in new:
            add(AgendaItem(session=locked, criterion=each))
        line.about(locked, criteria=[each.reference for each in new])
        if not new:
            line.nothing_happened()
        return len(new)


def take_off_agenda(item: AgendaItem, *, by: Person) -> None:
    """Possible as long as nothing was decided about it."""
    with action("take_off_agenda", by=by, scope=item.session.project.organisation) as line:
        locked = held_open(item.session)
        must_run(by, locked.project)
        if item.decisions.exists():
            raise ValidationError(f"{item.criterion.reference} was decided already: decide “Not shown” instead.")
        line.about(locked, criterion=item.criterion.reference)
        AgendaItem.objects.filter(pk=item.pk).delete()


def add_attendee(
    session: AcceptanceSession, *, by: Person, role: str, person: Person | None = None, name: str = "", side: str = ""
) -> Attendee:
    """Somebody of the organisation, or a guest by name alone. Raises ``ValidationError`` by field."""
    with action("add_attendee", by=by, scope=session.project.organisation) as line:
        locked = held_open(session)
        must_run(by, locked.project)
        if locked.attendees.count() >= MOST_ATTENDEES:
            raise ValidationError(f"A session has at most {MOST_ATTENDEES} attendees.")
        if person is None and not name.strip():
            raise ValidationError({"name": "Choose somebody, or write a name."})
        if person is None and side:
            raise ValidationError({"side": "Only somebody with an account can sign."})
        if person is not None:
            refuse_side(locked, person, side)
        said = person.name if person else name.strip()
        attendee = add(Attendee(session=locked, person=person, name=said, role=role.strip(), side=side))
        line.about(attendee, side=side)
        tell_attendee(attendee, by)
        return attendee


def remove_attendee(attendee: Attendee, *, by: Person) -> None:
    """Whose decision counts stays."""
    with action("remove_attendee", by=by, scope=attendee.session.project.organisation) as line:
        locked = held_open(attendee.session)
        must_run(by, locked.project)
        if attendee.person_id and has_decided(locked, attendee.person_id):
            raise ValidationError(f"{attendee.name} has decided here, so they stay on the list.")
        line.about(locked, attendee=attendee.name)
        Attendee.objects.filter(pk=attendee.pk).delete()


def refuse_side(session: AcceptanceSession, person: Person, side: str) -> None:
    """Nobody signs for both sides, and for the accepting side only who accepts something that is shown."""
    if not people_in(session.project.organisation).filter(pk=person.pk).exists():
        raise ValidationError({"person": "Choose somebody of the organisation."})
    if side == Side.SUPPLIER and has_decided(session, person.pk):
        raise ValidationError({"side": f"{person} has decided here, and cannot sign for the supplier side."})
    if side == Side.ACCEPTING:
        acceptors = acceptors_of(session.project)
        roles = set(session.items.values_list("criterion__accepted_by", flat=True))
        if not any(acceptors.accepts(person, each) for each in roles):
            raise ValidationError({"side": f"{person} accepts nothing on the agenda: they have none of the roles."})


def has_decided(session: AcceptanceSession, person_id: int) -> bool:
    return AcceptanceDecision.objects.filter(item__session=session, by=person_id).exists()


def held_open(session: AcceptanceSession) -> AcceptanceSession:
    """Locked, with its project. Raises ``ValidationError`` if it is not open any more."""
    locked = (
        AcceptanceSession.objects.select_for_update(of=("self",))
        .select_related("project__organisation")
        .get(pk=session.pk)
    )
    if not locked.is_open:
        raise ValidationError(f"The session is {locked.get_state_display().lower()}. Call a further session.")
    return locked
