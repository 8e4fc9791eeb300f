"""Every action writes one audit line in its own transaction.

    with action("rename_unit", by=person, scope=organisation) as line:
        unit = ...
        line.about(unit, changed=change(unit, name=name))

Either the deed and its line are both kept, or neither.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser
from django.db import models, transaction

from plumbline.office.foundation.models import AuditLine
from plumbline.office.foundation.request_context import NO_REQUEST, current_request

THE_PROGRAM = "Plumbline"


class NoAuditLine(RuntimeError):
    """An action ended without having said what it was about."""


class Line:
    """What is going to be written. ``by`` and ``scope`` may be set late, by the action that creates them."""

    def __init__(self, verb: str, by: AbstractBaseUser | None, scope: models.Model | None) -> None:
        self.verb = verb
        self.by = by
        self.scope = scope
        self.is_needed = True
        self.is_anonymous = False
        self._thing: models.Model | None = None
        self._details: dict[str, Any] = {}

    def about(self, thing: models.Model, **details: Any) -> None:
        """Names the thing that was acted on; details have to be expressible in JSON."""
        self._thing = thing
        self._details = details

    def nothing_happened(self) -> None:
        """The action found everything already as asked for, so there is nothing to tell."""
        self.is_needed = False

    def name_nobody(self) -> None:
        """Neither who did it is told nor from where; for what people may do without being asked about it."""
        self.by = None
        self.is_anonymous = True

    def write(self) -> AuditLine:
        if self._thing is None:
            raise NoAuditLine(f"{self.verb} has to say what it was about: call about() or nothing_happened()")
        request = NO_REQUEST if self.is_anonymous else current_request()
        return AuditLine.objects.create(
            scope=self.scope.pk if self.scope else None,
            actor_id=self.by.pk if self.by else None,
            actor_name=str(self.by)[:200] if self.by else THE_PROGRAM,
            verb=self.verb,
            object_type=self._thing._meta.label_lower,
            object_id=str(self._thing.pk),
            object_label=str(self._thing)[:250],
            details=self._details,
            request_id=request.request_id,
            address=request.address,
        )


@contextmanager
def action(verb: str, *, by: AbstractBaseUser | None, scope: models.Model | None) -> Iterator[Line]:
    """One transaction that ends with one audit line. ``by`` is ``None`` for what the program does by itself."""
    with transaction.atomic():
        line = Line(verb, by, scope)
        yield line
        if line.is_needed:
            line.write()
