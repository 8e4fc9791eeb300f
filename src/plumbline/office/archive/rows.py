"""From a line of an archive to a row, checked column by column."""

from __future__ import annotations

import zlib
from collections.abc import Iterator
from typing import Any

from django.apps import apps
from django.core.exceptions import ValidationError
from django.db.models import BinaryField, Field, ForeignKey, JSONField, Model

from plumbline.office.archive.contents import AT_REST, columns, shared_blobs, table_name
from plumbline.office.archive.numbering import Numbers
from plumbline.office.archive.ownership import BY_NUMBER
from plumbline.office.archive.reading import MOST_MISTAKES, Archived, UnreadableArchive
from plumbline.office.people.models import Organisation


class Rows:
    """The rows of an archive as they are to be here. Raises ``UnreadableArchive`` with all that is wrong."""

    def __init__(self, archived: Archived, numbers: Numbers, slug: str) -> None:
        self._archived, self._numbers, self._slug = archived, numbers, slug
        self._paths = f"/o/{archived.organisation['slug']}/", f"/o/{slug}/"

    def of(self, label: str) -> Iterator[Model]:
        mistakes: list[str] = []
        model, name = apps.get_model(label), table_name(label)
        known = {each.name: each.field for each in columns(model)}
        for number, told in self._archived.lines(name):
            try:
                row = self._row(model, known, told)
            except ValidationError as wrong:
                mistakes += [f"{name}, line {number}: {each}" for each in wrong.messages]
                if len(mistakes) >= MOST_MISTAKES:
                    break
                continue
            if not mistakes:
                yield row
        if mistakes:
            raise UnreadableArchive(*mistakes[:MOST_MISTAKES])

    def _row(self, model: type[Model], known: dict[str, Field], told: dict[str, Any]) -> Model:
        wrong = [f"there is no column “{each}”." for each in told.keys() - known.keys()]
        values = {}
        for name, field in known.items():
            if name not in told:
                if not (field.has_default() or field.null):
                    wrong.append(f"the column “{name}” is missing.")
                continue
            try:
                values[field.attname] = self._value(field, told[name])
            except (ValidationError, KeyError, TypeError, ValueError, OverflowError) as error:
                wrong.append(f"“{name}” {_said(error)}")
        if model._meta.label in shared_blobs() and not wrong:
            wrong += _not_its_hash(model, told)
        if wrong:
            raise ValidationError(wrong)
        return model(**values | AT_REST.get(model._meta.label, {}) | self._own(model, values))

    def _value(self, field: Field, told: Any) -> Any:
        if told is None:
            if not field.null:
                raise ValidationError("must not be empty.")
            return None
        if field.primary_key and not isinstance(field, ForeignKey):
            return self._numbers.of(field.model, told)
        if isinstance(field, ForeignKey):
            return self._numbers.of(field.related_model, told)
        if isinstance(field, JSONField):
            return told
        if isinstance(field, BinaryField):
            content = self._archived.content(told["file"])
            return zlib.compress(content, 6) if told["packed"] else content
        value = field.to_python(told)
        field.run_validators(value)
        if field.name == "path" and str(value).startswith(self._paths[0]):
            return self._paths[1] + str(value).removeprefix(self._paths[0])
        return value

    def _own(self, model: type[Model], values: dict[str, Any]) -> dict[str, Any]:
        """What says whose a row is, and which one it is about, but is no key."""
        label = model._meta.label
        if model is Organisation:
            return {"slug": self._slug}
        if label not in BY_NUMBER:
            return {}
        own = {BY_NUMBER[label]: self._numbers.of(Organisation, self._archived.organisation["id"])}
        about = next((each for each in self._numbers.here if each.lower() == values.get("object_type")), "")
        numbers = self._numbers.here.get(about, {})
        there = str(values.get("object_id"))
        if there.isdigit() and int(there) in numbers:
            own["object_id"] = str(numbers[int(there)])
        return own


def _not_its_hash(model: type[Model], told: dict[str, Any]) -> list[str]:
    """Bytes that others may share are taken only under the hash that they have."""
    files = [told[each.name] for each in columns(model) if each.is_file]
    return [] if all(each and each["file"] == told.get("digest") for each in files) else ["its digest is not its hash."]


def _said(error: Exception) -> str:
    if isinstance(error, ValidationError):
        return " ".join(error.messages)
    if isinstance(error, KeyError):
        return f"names {error}, which the archive does not have."
    return "is not of the kind that belongs there."
