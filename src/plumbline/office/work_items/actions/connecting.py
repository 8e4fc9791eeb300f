"""Connectors: which tracker, how it is read, and the secret of its webhook."""

from __future__ import annotations

import secrets
import uuid
from collections.abc import Mapping

from django.core.exceptions import ValidationError

from plumbline.engine.trackers import Category, UnknownTracker, squeezed, tracker_named
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.sealed import place, sealed
from plumbline.office.people.models import Person
from plumbline.office.projects.models import Project
from plumbline.office.work_items.actions.settling import settle_ties
from plumbline.office.work_items.models import Connector
from plumbline.office.work_items.reading import LEFT_OUT, ORDERS

MOST_CONNECTORS, MOST_WORDS = 20, 200
WITH_WEBHOOK = ("github", "gitlab")
BYTES = 32


def connect(project: Project, *, by: Person | None, name: str, tracker: str) -> Connector:
    """Raises ``ValidationError`` by field."""
    with action("connect_tracker", by=by, scope=project.organisation) as line:
        held = Project.objects.select_for_update().get(pk=project.pk)
        if held.archived_at:
            raise ValidationError(f"{held} is archived and takes nothing more: bring it back first.")
        if held.connectors.count() >= MOST_CONNECTORS:
            raise ValidationError(f"A project has {MOST_CONNECTORS} connectors at most.")
        try:
            tracker_named(tracker)
        except UnknownTracker as error:
            raise ValidationError({"tracker": str(error)}) from error
        made = add(Connector(project=held, name=name.strip(), tracker=tracker, made_by=by))
        line.about(made, tracker=tracker)
        return made


def set_map(
    connector: Connector,
    *,
    by: Person | None,
    states: Mapping[str, str],
    columns: Mapping[str, str] | None = None,
    date_order: str = "",
) -> None:
    """How it is read from now on. ``states`` replaces what was said before; what is known of items stays as it is."""
    with action("map_states", by=by, scope=connector.project.organisation) as line:
        told = {squeezed(word): category for word, category in states.items() if word.strip()}
        if wrong := set(told.values()) - {LEFT_OUT, *(each.value for each in Category)}:
            raise ValidationError({"states": f"'{min(wrong)[:40]}' is no category."})
        if len(told) > MOST_WORDS or any(len(each) > 80 for each in told):
            raise ValidationError({"states": f"{MOST_WORDS} words of 80 characters at most."})
        if date_order not in ORDERS:
            raise ValidationError({"date_order": "Day first or month first."})
        values = {"states": told, "date_order": date_order, **({} if columns is None else {"columns": dict(columns)})}
        changed = change(connector, **values)
        if not changed:
            line.nothing_happened()
            return
        line.about(connector, changed=changed)


def set_ties_by_parent(connector: Connector, *, by: Person | None, ties_by_parent: bool) -> None:
    with action("set_ties_by_parent", by=by, scope=connector.project.organisation) as line:
        Connector.objects.select_for_update().get(pk=connector.pk)
        changed = change(connector, ties_by_parent=ties_by_parent)
        if not changed:
            line.nothing_happened()
            return
        line.about(connector, changed=changed, moved=settle_ties(connector))


def make_hook(connector: Connector, *, by: Person | None) -> str:
    """A new address with a new secret, which is shown this once; those before open nothing any more.

    It has to be kept so that it can be read again, sealed: GitHub signs with it. Raises ``ValidationError``.
    """
    with action("make_webhook", by=by, scope=connector.project.organisation) as line:
        if connector.tracker not in WITH_WEBHOOK:
            raise ValidationError("This tracker has no webhook that is read: call the interface with a token instead.")
        secret = secrets.token_urlsafe(BYTES)
        kept = sealed(secret, place(connector, "webhook_secret", connector.made_at))
        change(connector, hook=uuid.uuid4(), webhook_secret=kept)
        line.about(connector)
        return secret


def drop_hook(connector: Connector, *, by: Person | None) -> None:
    with action("drop_webhook", by=by, scope=connector.project.organisation) as line:
        if not connector.webhook_secret:
            line.nothing_happened()
            return
        change(connector, hook=None, webhook_secret="")
        line.about(connector)
