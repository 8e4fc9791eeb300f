"""An export: handed in, looked at, confirmed or cancelled."""

from __future__ import annotations

import hashlib
import zlib
from pathlib import PurePath, PureWindowsPath

from django.core.exceptions import ValidationError

from plumbline.engine.trackers import squeezed
from plumbline.office.foundation.audit import action
from plumbline.office.foundation.changes import add, change
from plumbline.office.foundation.clock import now
from plumbline.office.people.models import Person
from plumbline.office.work_items.actions.connecting import set_map
from plumbline.office.work_items.actions.taking import Counts, take
from plumbline.office.work_items.models import Connector, ItemFile
from plumbline.office.work_items.reading import MOST_BYTES, Opened, Settings, UnreadableExport, opened, understood

MOST_WAITING = 10


def receive(connector: Connector, filename: str, data: bytes, *, by: Person | None) -> ItemFile:
    """Keeps the file until it is decided on. Raises ``ValidationError`` for what holds no items."""
    name = PurePath(PureWindowsPath(filename).name).name[:255] or "export"
    try:
        found = opened(data)
    except UnreadableExport as error:
        raise ValidationError({"file": str(error)}) from error
    if found.table is None and found.tracker not in (connector.tracker, "table"):
        raise ValidationError({"file": f"This is an export of {found.tracker}, not of {connector.tracker}."})
    with action("hand_in_work_items", by=by, scope=connector.project.organisation) as line:
        if connector.files.filter(state=ItemFile.State.WAITING).count() >= MOST_WAITING:
            raise ValidationError(f"{MOST_WAITING} files wait already: confirm or cancel them first.")
        digest, packed = hashlib.sha256(data).hexdigest(), zlib.compress(data)
        made = add(ItemFile(connector=connector, filename=name, digest=digest, packed=packed, by=by))
        line.about(made, digest=digest, size=len(data))
        return made


def content_of(file: ItemFile) -> Opened:
    """Raises ``ValidationError`` once it is decided on: its bytes are gone."""
    if file.packed is None:
        raise ValidationError("This file is decided on already; its content is not kept.")
    unpacked = zlib.decompressobj().decompress(bytes(file.packed), MOST_BYTES + 1)
    return opened(unpacked)


def confirm(file: ItemFile, *, by: Person | None, settings: Settings) -> Counts:
    """Takes the items and saves the map. Raises ``ValidationError`` while a word of a state is not understood."""
    connector = file.connector
    with action("import_work_items", by=by, scope=connector.project.organisation) as line:
        held = ItemFile.objects.select_for_update().get(pk=file.pk)
        try:
            found = understood(content_of(held), connector, settings)
        except UnreadableExport as error:
            raise ValidationError(str(error)) from error
        if missing := not_said(found.unknown, settings):
            words = ", ".join(f"'{each}'" for each in missing[:5])
            raise ValidationError(f"Say first what these states mean: {words}.")
        set_map(connector, by=by, states=settings.states, columns=settings.columns, date_order=settings.date_order)
        counts = take(connector, found.items, by=by, source=held.filename)
        told = {**counts.told(), "problems": len(found.problems), "left_out": sum(found.unknown.values())}
        change(held, state=ItemFile.State.CONFIRMED, packed=None, decided_at=now(), counts=told)
        line.about(held, **told)
    file.refresh_from_db()
    return counts


def cancel(file: ItemFile, *, by: Person | None) -> None:
    with action("cancel_work_items", by=by, scope=file.connector.project.organisation) as line:
        if file.state != ItemFile.State.WAITING:
            line.nothing_happened()
            return
        change(file, state=ItemFile.State.CANCELLED, packed=None, decided_at=now())
        line.about(file)


def not_said(unknown: dict[str, int], settings: Settings) -> list[str]:
    """Words of the export of which nobody has said what they mean, nor that they are to be left out."""
    said = {squeezed(each) for each in settings.states}
    return [each for each in sorted(unknown) if squeezed(each) not in said]
