"""Ids that Project has no place for, in two of its text fields: docs/decisions/0037."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from plumbline.engine.readers.kept_ids import ACTIVITY_ID, UNIQUE_ID, KeptField
from plumbline.engine.schedule import Activity, Uid
from plumbline.engine.writers.mspdi.elements import Elements
from plumbline.engine.writers.mspdi.texts import LONGEST_NAME
from plumbline.engine.writers.one_line import one_line

_TEXT, _TASK = 7, 20


@dataclass(frozen=True, slots=True)
class IdsToKeep:
    """By uid of the activity, what is to stand in the field of unique ids and in that of activity ids."""

    unique: Mapping[Uid, str]
    visible: Mapping[Uid, str]


def ids_to_keep(activities: Iterable[Activity], *, are_rows: bool) -> IdsToKeep:
    """Unique ids that are texts, and activity ids unless they are the numbers of rows (``are_rows``)."""
    activities = list(activities)
    return IdsToKeep(
        unique={each.uid: each.uid for each in activities if isinstance(each.uid, str) and can_be_kept(each.uid)},
        visible={} if are_rows else {each.uid: each.id for each in activities if can_be_kept(each.id)},
    )


def can_be_kept(id: str) -> bool:
    """Whether the text is the same when it is read again."""
    return 0 < len(id) <= LONGEST_NAME and one_line(id) == id


def write_definitions(out: Elements, ids: IdsToKeep) -> None:
    if not ids.unique and not ids.visible:
        return
    with out.within("ExtendedAttributes"):
        if ids.unique:
            _definition(out, UNIQUE_ID)
        if ids.visible:
            _definition(out, ACTIVITY_ID)


def write_kept_ids(out: Elements, uid: Uid, ids: IdsToKeep) -> None:
    _value(out, UNIQUE_ID, ids.unique.get(uid))
    _value(out, ACTIVITY_ID, ids.visible.get(uid))


def _definition(out: Elements, kept: KeptField) -> None:
    with out.within("ExtendedAttribute"):
        out.add_all(FieldID=kept.number, FieldName=kept.name, CFType=_TEXT, ElemType=_TASK, UserDef=1, Alias=kept.title)


def _value(out: Elements, kept: KeptField, value: str | None) -> None:
    if value is not None:
        with out.within("ExtendedAttribute"):
            out.add_all(FieldID=kept.number, Value=value)
