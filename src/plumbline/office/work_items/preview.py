"""A waiting export as it would be taken, under the map that is chosen on its page."""

from __future__ import annotations

from collections import Counter
from typing import Any

from django.core.exceptions import ValidationError

from plumbline.engine.trackers import Understood, squeezed
from plumbline.office.work_items.actions import content_of, not_said
from plumbline.office.work_items.forms import MapForm
from plumbline.office.work_items.models import Category, ItemFile, WorkItem
from plumbline.office.work_items.reading import LEFT_OUT, Settings, UnreadableExport, columns_of, understood

SHOWN = 20


class Preview:
    """``form`` is ``None`` where the file cannot be shown, and ``problem`` says why; ``missing``: states to explain."""

    def __init__(self, file: ItemFile, given: Any) -> None:
        self.file, self.problem = file, ""
        self.form: MapForm | None = None
        self.found = Understood((), (), {})
        self.missing: list[str] = []
        try:
            self._look(given)
        except ValidationError as error:
            self.problem = " ".join(error.messages)

    def _look(self, given: Any) -> None:
        connector = self.file.connector
        content = content_of(self.file)
        self.remarks = content.remarks
        columns = columns_of(content, connector) if content.table is not None else {}
        settings = Settings(columns, connector.states, connector.date_order)
        self.form = MapForm(content, settings, _words(content, connector, settings), given)
        if self.form.is_valid():
            # another column may hold other words
            chosen = self.form.chosen()
            words = _words(content, connector, Settings(chosen.columns, connector.states, chosen.date_order))
            self.form = MapForm(content, settings, words, given)
            settings = self.form.chosen() if self.form.is_valid() else chosen
        try:
            self.found = understood(content, connector, settings)
        except UnreadableExport as error:
            self.problem = str(error)
        self.missing = not_said(self.found.unknown, settings)
        self.left_out = sum(self.found.unknown.values())

    @property
    def counts(self) -> list[tuple[str, int]]:
        counted = Counter(each.category.value for each in self.found.items)
        return [(label, counted[value]) for value, label in Category.choices]

    @property
    def approximate(self) -> int:
        return sum(each.start_is_approximate or each.end_is_approximate for each in self.found.items)

    @property
    def items(self) -> list[Any]:
        return [(each, Category(each.category.value).label) for each in self.found.items[:SHOWN]]

    @property
    def problems(self) -> list[Any]:
        return list(self.found.problems[:SHOWN])

    @property
    def news(self) -> dict[str, int]:
        """How many would be new here."""
        keys = {each.key for each in self.found.items}
        known = set(WorkItem.objects.filter(connector=self.file.connector).values_list("key", flat=True))
        return {"new": len(keys - known), "known": len(keys & known)}

    @property
    def undated(self) -> bool:
        return bool(self.found.items) and all(each.changed_at is None for each in self.found.items)


def _words(content: Any, connector: Any, settings: Settings) -> list[str]:
    """The states that neither the tracker nor the connector knows, and those left out; one spelling of each."""
    try:
        found = understood(content, connector, settings)
    except UnreadableExport:
        return []
    said = {word for word, each in connector.states.items() if each != LEFT_OUT}
    words = {squeezed(each): each for each in sorted(found.unknown, reverse=True)}
    return [word for key, word in sorted(words.items()) if key not in said]
