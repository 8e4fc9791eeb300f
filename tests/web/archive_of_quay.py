"""An archive that can be downloaded, of the organisation that has at least one of everything."""

from __future__ import annotations

from plumbline.office.archive.actions import ask_for_archive, make_archive
from plumbline.office.people.models import Organisation, Person


def archive_of_quay(organisation: Organisation, manager: Person) -> None:
    make_archive(ask_for_archive(organisation, by=manager).pk)
