"""The protocol of a session: what it says, who has signed it, who has yet to."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import Exists, OuterRef, QuerySet
from django.http import Http404

from plumbline.office.acceptance.session_models import Attendee, Protocol, Side, Signature
from plumbline.office.acceptance.session_rights import must_see, runs
from plumbline.office.foundation.frozen import digest_of
from plumbline.office.people.models import Membership, Person
from plumbline.office.people.queries import people_in

SIDES = (Side.ACCEPTING, Side.SUPPLIER)


@dataclass(frozen=True, slots=True)
class ProtocolPage:
    """``mine`` is the reader's own part, if they are to sign and have not."""

    protocol: Protocol
    signatures: list[Signature]
    waiting: list[Attendee]
    mine: Attendee | None
    runs: bool
    is_intact: bool

    @property
    def is_signed(self) -> bool:
        """By at least one of each side, and nobody who is still there is missing."""
        return not self.waiting and {each.side for each in self.signatures} == set(SIDES)


def protocol_in(membership: Membership, protocol_id: int) -> Protocol:
    """404 for one of another organisation; refused to a guest who was not on the list."""
    found = Protocol.objects.filter(session__project__organisation=membership.organisation, pk=protocol_id)
    one = found.select_related(
        "session__project__organisation", "session__project__portfolio", "session__project__programme", "closed_by"
    ).first()
    if one is None:
        raise Http404
    must_see(membership, one.session)
    return one


def protocol_page(protocol: Protocol, reader: Person) -> ProtocolPage:
    waiting = list(unsigned(protocol))
    return ProtocolPage(
        protocol,
        list(protocol.signatures.select_related("person")),
        waiting,
        next((each for each in waiting if each.person_id == reader.pk), None),
        runs(reader, protocol.session.project),
        digest_of(protocol.document) == protocol.digest,
    )


def unsigned(protocol: Protocol) -> QuerySet[Attendee]:
    """Those who are to sign, still belong to the organisation, and have not signed."""
    signed = Signature.objects.filter(protocol=protocol, person=OuterRef("person"))
    belong = people_in(protocol.session.project.organisation)
    found = protocol.session.attendees.exclude(side="").filter(person__in=belong)
    return found.exclude(Exists(signed)).select_related("person", "session__project__organisation")
