"""Tokens by which programs hand things to a project: made, shown once, revoked."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import date, timedelta

from django.core.exceptions import ValidationError

from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project, ProjectToken, Scope
from plumbline.office.projects.tokens import BEGINS, hash_of

BYTES = 32
MOST_TOKENS = 50
LONGEST_LIFE = timedelta(days=731)


def make_token(
    project: Project, *, by: Person | None, name: str, scopes: Iterable[str], expires_on: date
) -> tuple[ProjectToken, str]:
    """The token and its secret, which is kept nowhere. Raises ``ValidationError`` by field."""
    chosen = [each for each in Scope.values if each in set(scopes)]
    with action("make_token", by=by, scope=project.organisation) as line:
        held = Project.objects.select_for_update().get(pk=project.pk)
        _check(held, chosen, expires_on)
        secret = BEGINS + secrets.token_urlsafe(BYTES)
        made = add(
            ProjectToken(
                project=held,
                name=name.strip(),
                scopes=chosen,
                secret_hash=hash_of(secret),
                begins_with=secret[:8],
                made_by=by,
                expires_on=expires_on,
            )
        )
        line.about(made, scopes=chosen, expires_on=str(expires_on))
    return made, secret


def revoke_token(token: ProjectToken, *, by: Person | None) -> None:
    """It opens nothing any more. Nothing happens where it was revoked already."""
    with action("revoke_token", by=by, scope=token.project.organisation) as line:
        if token.revoked_at:
            line.nothing_happened()
            return
        change(token, revoked_at=now())
        line.about(token)


def _check(project: Project, scopes: list[str], expires_on: date) -> None:
    day = today(project.organisation)
    if project.archived_at:
        raise ValidationError(f"{project} is archived and takes nothing more: bring it back first.")
    if not scopes:
        raise ValidationError({"scopes": "Say what may be handed in with it."})
    if not day <= expires_on <= day + LONGEST_LIFE:
        raise ValidationError({"expires_on": "From today to two years ahead: a token that never ends is forgotten."})
    if project.tokens.filter(revoked_at=None, expires_on__gte=day).count() >= MOST_TOKENS:
        raise ValidationError(f"A project has {MOST_TOKENS} tokens in force at most: revoke those that nobody uses.")
