"""Which project a program speaks for: the token that it sends, and what it is told where that opens nothing."""

from __future__ import annotations

from datetime import timedelta
from hashlib import sha256

from django.core.cache import cache
from django.db.models import Q
from django.http import HttpRequest

from plumbline.office.foundation.clock import now
from plumbline.office.foundation.json_answers import Refused
from plumbline.office.people.queries import today
from plumbline.office.projects.models import Project, ProjectToken, Scope

BEGINS = "plt_"
"""What every secret begins with, so that a scanner of source code knows one when it sees it."""
CALLS_A_MINUTE = 120
MINUTE = timedelta(minutes=1)
HOW = "Send it as the header 'Authorization: Bearer plt_…'; the page Tokens of the project makes one."


def project_of_token(request: HttpRequest, scope: Scope) -> Project:
    """The project, with its organisation. Raises ``Refused`` with 401, 403 or 429.

    Every token that opens nothing is answered alike. That it was used is noted.
    """
    return token_of(request, scope).project


def token_of(request: HttpRequest, scope: Scope) -> ProjectToken:
    """As ``project_of_token``, for those who keep by which token something came: its name."""
    token = _found(_secret(request))
    project = token.project
    if scope not in token.scopes:
        raise Refused(403, f"This token may not hand in: {scope.label}.", "Make a token for that on the page Tokens.")
    if project.archived_at:
        raise Refused(403, f"{project.code} is archived and takes nothing more.", "Bring the project back first.")
    if _calls_too_often(token):
        raise Refused(
            429, f"More than {CALLS_A_MINUTE} calls in a minute.", "Wait a minute, or send more in one call.", wait=60
        )
    ProjectToken.objects.filter(Q(used_at=None) | Q(used_at__lt=now() - MINUTE), pk=token.pk).update(used_at=now())
    return token


def hash_of(secret: str) -> str:
    return sha256(secret.encode()).hexdigest()


def _secret(request: HttpRequest) -> str:
    kind, _, secret = request.headers.get("Authorization", "").partition(" ")
    if kind.lower() != "bearer" or not secret.strip():
        raise Refused(401, "A token is asked for, and none came.", HOW)
    return secret.strip()


def _found(secret: str) -> ProjectToken:
    tokens = ProjectToken.objects.select_related("project__organisation")
    token = tokens.filter(secret_hash=hash_of(secret)).first()
    if token is None or token.state(today(token.project.organisation)) != "in force":
        raise Refused(401, "This token opens nothing: it is unknown, has expired or was revoked.", HOW)
    return token


def _calls_too_often(token: ProjectToken) -> bool:
    """Counts this time as well."""
    key = f"project-token-{token.pk}-{now():%Y%m%d%H%M}"
    if cache.add(key, 1, 2 * MINUTE.seconds):
        return False
    try:
        return int(cache.incr(key)) > CALLS_A_MINUTE
    except ValueError:  # it ran out between the two lines, and the next call counts from one
        return False
