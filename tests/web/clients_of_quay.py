"""An organisation that the whole office works for, and an agreement with it that shows everything."""

from __future__ import annotations

import struct
import zlib
from datetime import date

from plumbline.office.clients import actions
from plumbline.office.clients.grants import grants
from plumbline.office.people.actions import add_holiday, add_person, create_organisation, set_logo
from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.roles import Role


def small_png() -> bytes:
    """One red pixel, with a text beside it that nobody needs."""

    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    size = struct.pack(">IIBBBBB", 1, 1, 8, 2, 0, 0, 0)
    pixels = zlib.compress(b"\x00\xff\x00\x00")
    body = chunk(b"IHDR", size) + chunk(b"tEXt", b"Author\x00somebody") + chunk(b"IDAT", pixels) + chunk(b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + body


def settle(organisation: Organisation) -> None:
    add_holiday(organisation, by=None, on=date(2026, 12, 8), name="Day of the quay")
    set_logo(organisation, by=None, content=small_png())


def serve_clients(provider: Organisation, people: dict[Role, Person]) -> None:
    client = create_organisation(name="Quay Ferries", by=None, time_zone="Europe/Lisbon")
    manager = add_person(
        client, by=None, email="runa@quay-ferries.example", name="Runa of Quay", role=Role.PMO_MANAGER
    ).person
    asker = people[Role.PMO_MANAGER]
    agreement, code = actions.offer_agreement(provider, by=asker, side="provider", grants=grants(), note="For Quay.")
    actions.type_code(client, by=manager, code=code)
    actions.accept_agreement(agreement, organisation=client, by=manager)
    actions.offer_standard(agreement, organisation=provider, by=asker)
