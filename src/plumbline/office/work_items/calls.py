"""What programs send: states of items with a token, and the webhooks of GitHub and GitLab."""

from __future__ import annotations

import hashlib
import hmac
from typing import Any
from uuid import UUID

from django.core.exceptions import ValidationError
from django.db.models import Q
from django.http import HttpRequest

from plumbline.engine import trackers
from plumbline.engine.trackers import Understood, UnreadableDocument
from plumbline.engine.trackers.tracker import inside
from plumbline.office.foundation.json_answers import Refused, body_of, json_in
from plumbline.office.foundation.sealed import place, words_in
from plumbline.office.projects.models import Project
from plumbline.office.work_items.actions import Counts, connect, take
from plumbline.office.work_items.models import Connector
from plumbline.office.work_items.reading import state_map

MOST_BYTES = 2_000_000
MOST_ITEMS = 1_000
OWN = "API"
"""The connector of calls that name none; it is made by the first."""
_NEWS = ("state", "category", "started_at", "ended_at")
_KEYS = {"connector", "items"}
_HOW = 'Send {"items": [{"key": "A-1", "state": "in progress", "changed_at": "2026-03-31T14:30:00Z"}]}.'


def take_call(project: Project, token: str, body: bytes) -> Counts:
    """The items of a call. Nothing of it is taken where anything is wrong. Raises ``Refused``."""
    document = json_in(body)
    if isinstance(document, dict) and "key" in document:
        document = {"items": [document]}
    if not isinstance(document, dict) or document.keys() - _KEYS or not isinstance(document.get("items"), list):
        raise Refused(422, "An object with a list of items is expected.", _HOW)
    if len(document["items"]) > MOST_ITEMS:
        raise Refused(413, f"More than {MOST_ITEMS} items in one call.", "Send them in several calls.")
    for number, each in enumerate(document["items"], start=1):
        if isinstance(each, dict) and not any(each.get(name) for name in _NEWS):
            raise Refused(422, f"item {number}: it says neither a state nor a category nor a moment.", _HOW)
    connector = _connector(project, document.get("connector"))
    found = _understood(connector, {"items": document["items"]}, trackers.ANY)
    return take(connector, found.items, by=None, source=f"token {token}")


def connector_of_hook(hook: UUID, request: HttpRequest, body: bytes) -> Connector:
    """Raises ``Refused`` with 401, alike for an address that there is not and a signature that is wrong."""
    found = Connector.objects.filter(~Q(webhook_secret=""), hook=hook).select_related("project__organisation")
    for each in found:
        secret = words_in(each.webhook_secret, place(each, "webhook_secret", each.made_at))
        if secret and _is_signed(each.tracker, request, body, secret):
            if each.project.archived_at:
                raise Refused(403, f"{each.project.code} is archived and takes nothing more.", "Remove the webhook.")
            return each
    raise Refused(401, "No webhook here has this secret.", "Make it anew on the page of the connector.")


def take_delivery(connector: Connector, request: HttpRequest, body: bytes) -> Counts | None:
    """The item of a delivery; ``None`` for one that is about something else, such as GitHub's ping.

    The same delivery twice changes nothing, and one that comes late changes nothing that is newer.
    """
    event = request.headers.get("X-GitHub-Event") or request.headers.get("X-Gitlab-Event") or ""
    if event not in ("issues", "Issue Hook", "Confidential Issue Hook", "Work Item Hook"):
        return None
    payload = json_in(body)
    issue = _issue(connector.tracker, payload)
    if issue is None:
        raise Refused(422, "There is no issue in this delivery.", "Choose the event 'Issues' for this webhook.")
    found = _understood(connector, [issue], connector.tracker)
    return take(connector, found.items, by=None, source="webhook")


def delivered(request: HttpRequest) -> bytes:
    return body_of(request, MOST_BYTES)


def _connector(project: Project, name: Any) -> Connector:
    told = str(name or OWN)
    found = project.connectors.filter(name__iexact=told).select_related("project__organisation").first()
    if found:
        return found
    if name:
        names = ", ".join(project.connectors.values_list("name", flat=True)) or "none"
        raise Refused(404, f"{project.code} has no connector '{told[:80]}'.", f"There are: {names}. Or name none.")
    try:
        return connect(project, by=None, name=OWN, tracker=trackers.ANY)
    except ValidationError as refused:
        again = project.connectors.filter(name__iexact=OWN).select_related("project__organisation").first()
        if again:  # another call has made it at the same moment
            return again
        raise refused


def _understood(connector: Connector, document: Any, tracker: str) -> Understood:
    try:
        found = trackers.items_of_document(document, tracker, state_map(connector.tracker, connector.states))
    except UnreadableDocument as error:
        raise Refused(422, str(error), _HOW) from error
    if found.unknown:
        raise Refused(
            422,
            f"It is not known what these states mean: {', '.join(sorted(found.unknown))}.",
            f"Say so on the page of the connector {connector.name}, or send a category with each item.",
            unknown=sorted(found.unknown),
        )
    if found.problems:
        problems = [{"place": each.place, "field": each.column, "problem": each.reason} for each in found.problems[:50]]
        raise Refused(
            422, "Nothing was taken: some items are wrong.", "Mend them and send all again.", problems=problems
        )
    return found


def _is_signed(tracker: str, request: HttpRequest, body: bytes, secret: str) -> bool:
    if tracker == "github":
        signed = "sha256=" + hmac.new(secret.encode(), body, hashlib.sha256).hexdigest()
        return hmac.compare_digest(signed.encode(), request.headers.get("X-Hub-Signature-256", "").encode())
    return hmac.compare_digest(secret.encode(), request.headers.get("X-Gitlab-Token", "").encode())


def _issue(tracker: str, payload: Any) -> Any:
    """As the list of the tracker tells it. GitLab tells labels beside the issue, and the state as the list does."""
    if tracker == "github":
        found = inside(payload, "issue")
        return found if isinstance(found, dict) else None
    found = inside(payload, "object_attributes")
    if not isinstance(found, dict):
        return None
    return {**found, "labels": inside(payload, "labels") or []}
