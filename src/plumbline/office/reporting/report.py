"""What a kind of report says about itself, and what it is given and gives when it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from plumbline.office.foundation.access import may
from plumbline.office.people.models import Membership, Organisation
from plumbline.office.people.roles import Role, roles_with
from plumbline.office.reporting.document import Block

Marks = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom, about what, and as of when. ``before`` are the marks of the pack that it is compared with."""

    organisation: Organisation
    parameters: dict[str, Any]
    moment: datetime
    today: date
    before: Marks | None = None
    progress: Callable[[], None] = lambda: None

    @property
    def before_at(self) -> datetime:
        assert self.before is not None
        return datetime.fromisoformat(self.before["at"])


@dataclass(frozen=True, slots=True)
class Gathered:
    """``marks`` is what a later one of its kind is compared with."""

    title: str
    subtitle: str
    as_of: date
    blocks: list[Block]
    marks: Marks = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Report:
    """One kind of report. ``asks`` are the fields somebody fills in: scope, since, project.

    ``needs`` are the permissions of whoever reads it: those of everything that is in it. ``gather`` calls
    ``progress`` after each of its ``parts``. Publishing one that ``is_for_a_board`` is a board day.
    """

    title: str
    about: str
    asks: tuple[str, ...]
    needs: tuple[str, ...]
    gather: Callable[[Asked], Gathered]
    parts: int = 1
    is_for_a_board: bool = False

    def may_be_read_by(self, membership: Membership) -> bool:
        return all(may(membership, each) for each in self.needs)

    @property
    def readers(self) -> list[Role]:
        """Roles that may see all that is in it."""
        return sorted(frozenset(Role).intersection(*(roles_with(each) for each in self.needs)))

    @property
    def can_be_scheduled(self) -> bool:
        return "scope" in self.asks
