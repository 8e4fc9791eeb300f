"""Who may do what in mentoring, whatever page it comes from."""

from __future__ import annotations

from django.core.exceptions import PermissionDenied

from plumbline.office.people.models import Organisation, Person
from plumbline.office.people.queries import has_permission

RUN, TAKE_PART = "run_mentoring", "take_part_in_mentoring"


def must_run(organisation: Organisation, by: Person | None) -> None:
    """``None`` is the program itself."""
    _must(organisation, by, RUN, "Your role does not allow this: run a programme of mentoring.")


def must_take_part(organisation: Organisation, by: Person) -> None:
    _must(organisation, by, TAKE_PART, "Your role does not allow this: take part in mentoring.")


def _must(organisation: Organisation, by: Person | None, permission: str, refused: str) -> None:
    if by is not None and not has_permission(organisation, by, permission):
        raise PermissionDenied(refused)
