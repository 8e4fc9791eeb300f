"""The tokens of a project, as its page shows them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from plumbline.office.projects.models import Project, ProjectToken


@dataclass(frozen=True)
class ListedToken:
    """``state``: in force, expired or revoked."""

    token: ProjectToken
    state: str

    @property
    def is_in_force(self) -> bool:
        return self.state == "in force"


@dataclass(frozen=True)
class Tokens:
    listed: tuple[ListedToken, ...]

    @property
    def in_force(self) -> list[ListedToken]:
        return [each for each in self.listed if each.is_in_force]

    def __iter__(self) -> Iterator[ListedToken]:
        return iter(self.listed)


def tokens_of(project: Project, day: date) -> Tokens:
    """Those in force first, newest first; one query."""
    found = [ListedToken(each, each.state(day)) for each in project.tokens.select_related("made_by")]
    return Tokens(tuple(sorted(found, key=lambda each: not each.is_in_force)))
