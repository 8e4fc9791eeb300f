"""Which project a row is about: by its key, its code or a name it had, else a new one."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from django.db.models import Max

from plumbline.office.foundation.tabular import squeezed
from plumbline.office.people.models import Organisation
from plumbline.office.portfolio_imports.column_map import MapSpec
from plumbline.office.portfolio_imports.models import ProjectKey
from plumbline.office.portfolio_imports.row_reading import ReadRow
from plumbline.office.projects.models import Project

_IN_BRACKETS = re.compile(r"\([^()]*\)")
_NO_LETTER = re.compile(r"[\W_]+")
Token = tuple[str, str]


@dataclass(eq=False)
class Slot:
    """A project of the organisation, or one to be added; ``latest`` is the day of the newest that is known of it."""

    project: Project | None = None
    latest: date | None = None
    keys: set[Token] = field(default_factory=set)


def plain(name: str) -> str:
    """A name without what is written differently from year to year: case, signs, and what is in brackets."""
    return _NO_LETTER.sub(" ", _IN_BRACKETS.sub("", name.casefold())).strip() or squeezed(name)


class Recogniser:
    """Takes a whole file at once, so that a name never leads to a project that another row is about by its key."""

    def __init__(self, organisation: Organisation, spec: MapSpec) -> None:
        self.spec = spec
        known = Project.objects.filter(organisation=organisation).select_related("portfolio", "programme", "manager")
        self.projects = {each.pk: each for each in known.annotate(latest=Max("reports__as_of"))}
        self.by_code = {each.code.casefold(): each.pk for each in self.projects.values()}
        self.by_key: dict[Token, int] = {}
        self.by_plain_name: dict[str, set[int]] = defaultdict(set)
        for key in ProjectKey.objects.filter(organisation=organisation, family=spec.family):
            self.by_key[key.kind, key.key] = key.project_id
            if key.kind == ProjectKey.Kind.NAME:
                self.by_plain_name[plain(key.key)].add(key.project_id)

    def slots(self, rows: Iterable[ReadRow]) -> dict[Token, Slot]:
        first = {token_of(row): row for row in reversed(list(rows))}
        found = {token: pk for token, row in first.items() if (pk := self._by_key_or_code(token, row))}
        taken = set(found.values())
        for token, row in first.items():
            if token not in found and (pk := self._by_name(token, row, taken)):
                found[token] = pk
                taken.add(pk)
        slots = {pk: self._slot(pk) for pk in set(found.values())}
        return {token: slots[found[token]] if token in found else Slot() for token in first}

    def _by_key_or_code(self, token: Token, row: ReadRow) -> int | None:
        if token in self.by_key:
            return self.by_key[token]
        code = str(row.values.get("code", "")).casefold()
        return self.by_code.get(code) if code else None

    def _by_name(self, token: Token, row: ReadRow, taken: set[int]) -> int | None:
        if token[0] == ProjectKey.Kind.KEY and not self.spec.match_names:
            return None
        exact = self.by_key.get((ProjectKey.Kind.NAME, squeezed(row.name)))
        candidates = {exact} if exact else self.by_plain_name.get(plain(row.name), set())
        free = candidates - taken
        return next(iter(free)) if len(free) == 1 else None

    def _slot(self, pk: int) -> Slot:
        project = self.projects[pk]
        return Slot(project, project.latest)


def token_of(row: ReadRow) -> Token:
    """What a row is known by within its file."""
    return (ProjectKey.Kind.KEY, squeezed(row.key)) if row.key else (ProjectKey.Kind.NAME, squeezed(row.name))
