"""What people fill in about connectors, exports and ties."""

from __future__ import annotations

import re
from typing import Any
from zlib import crc32

from django import forms

from plumbline.engine.trackers import FIELDS, squeezed, trackers
from plumbline.office.acceptance.models import Deliverable
from plumbline.office.projects.models import Project
from plumbline.office.work_items.models import Category, Connector
from plumbline.office.work_items.queries.found import NONE
from plumbline.office.work_items.reading import LEFT_OUT, Opened, Settings

CATEGORIES = [("", "Say what it means"), *Category.choices, (LEFT_OUT, "Leave these items out")]
ORDERS = [("", "Unmistakable, or refused"), ("day first", "Day first (31/12)"), ("month first", "Month first (12/31)")]
_LINE = re.compile(r"\s*(\S.*?)\s*[=,;\t]\s*@?D-(\d{1,9})\s*", re.IGNORECASE)


class ConnectForm(forms.Form):
    name = forms.CharField(max_length=80, help_text="As the team calls it: Board of the track team.")
    tracker = forms.ChoiceField(help_text="Which program the team works in.")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(name, each.TRACKER.title) for name, each in trackers().items()]
        self.fields["tracker"].choices = choices  # type: ignore[attr-defined]


class ExportForm(forms.Form):
    file = forms.FileField(
        label="Export",
        help_text="CSV, XLSX or JSON as the tracker exports it, 20 MB and 50,000 items at most.",
        error_messages={"required": "Choose the file first.", "empty": "This file is empty. Export it again."},
        widget=forms.ClearableFileInput(attrs={"accept": ".csv,.tsv,.txt,.xlsx,.json"}),
    )


class MapForm(forms.Form):
    """Which column fills which field, and what each unknown word of a state means."""

    date_order = forms.ChoiceField(choices=ORDERS, required=False, label="Dates with slashes")

    def __init__(self, found: Opened, settings: Settings, words: list[str], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.settings, self.words = settings, words
        if found.table is None:
            del self.fields["date_order"]
        else:
            choices = [("", "Nothing"), *((each, each) for each in found.table.columns)]
            for name, title in FIELDS.items():
                self.fields[f"column_{name}"] = forms.ChoiceField(
                    choices=choices, required=False, label=title, initial=settings.columns.get(name, "")
                )
            self.initial["date_order"] = settings.date_order
        for word in words:
            said = settings.states.get(squeezed(word), "")
            self.fields[_state(word)] = forms.ChoiceField(choices=CATEGORIES, required=False, label=word, initial=said)

    @property
    def columns(self) -> list[forms.BoundField]:
        return [self[each] for each in self.fields if each.startswith("column_")]

    @property
    def states(self) -> list[forms.BoundField]:
        return [self[each] for each in self.fields if each.startswith("state_")]

    def chosen(self) -> Settings:
        """What was saved before, under what is chosen now."""
        given = self.cleaned_data
        said = {squeezed(word): given[_state(word)] for word in self.words}
        columns = {name: given[f"column_{name}"] for name in FIELDS if given.get(f"column_{name}")}
        states = {**self.settings.states, **{word: each for word, each in said.items() if each}}
        return Settings(columns or self.settings.columns, states, given.get("date_order", self.settings.date_order))


def _state(word: str) -> str:
    """The same field for the same word, whichever others the export has."""
    return f"state_{crc32(squeezed(word).encode()):08x}"


class StatesForm(forms.Form):
    """The words of a connector's own, with one more to add."""

    ties_by_parent = forms.BooleanField(required=False, label="An item belongs where its parent belongs")
    date_order = forms.ChoiceField(choices=ORDERS, required=False, label="Dates with slashes")
    word = forms.CharField(
        max_length=80, required=False, label="Another state", help_text="As the tracker writes it; #doing is a label."
    )
    category = forms.ChoiceField(choices=CATEGORIES, required=False, label="Means")

    def __init__(self, connector: Connector, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own = sorted(connector.states)
        self.initial = {"ties_by_parent": connector.ties_by_parent, "date_order": connector.date_order}
        for number, word in enumerate(self.own):
            choices = [("", "As the tracker comes"), *CATEGORIES[1:]]
            self.fields[f"state_{number}"] = forms.ChoiceField(
                choices=choices, required=False, label=word, initial=connector.states[word]
            )

    @property
    def states(self) -> list[forms.BoundField]:
        return [self[f"state_{number}"] for number in range(len(self.own))]

    def clean(self) -> dict[str, Any]:
        given = super().clean() or {}
        if bool(given.get("word")) != bool(given.get("category")):
            self.add_error("category", "A state needs what it means, and the other way round.")
        return given

    def said(self) -> dict[str, str]:
        given = self.cleaned_data
        kept = {word: given[f"state_{number}"] for number, word in enumerate(self.own)}
        added = {given["word"]: given["category"]} if given.get("word") else {}
        return {word: each for word, each in {**kept, **added}.items() if each}


class KeysForm(forms.Form):
    keys = forms.CharField(
        max_length=60_000,
        label="Keys and deliverables",
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="One on each line: TRAM-12 = D-3",
    )

    def __init__(self, project: Project, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.project = project

    def clean_keys(self) -> dict[str, Deliverable]:
        there = {each.number: each for each in Deliverable.objects.filter(project=self.project, dropped_at=None)}
        found: dict[str, Deliverable] = {}
        for number, line in enumerate(self.cleaned_data["keys"].splitlines(), start=1):
            if not line.strip():
                continue
            match = _LINE.fullmatch(line)
            if match is None:
                raise forms.ValidationError(f"Line {number} is not of the form KEY = D-3.")
            if int(match.group(2)) not in there:
                raise forms.ValidationError(f"Line {number}: the project has no deliverable D-{match.group(2)}.")
            found[match.group(1)] = there[int(match.group(2))]
        return found


class TieForm(forms.Form):
    deliverable = forms.ModelChoiceField(
        Deliverable.objects.none(), required=False, empty_label="To none", label="Belongs to"
    )
    deed = forms.ChoiceField(choices=[("tie", ""), ("untie", "")], widget=forms.HiddenInput)

    def __init__(self, project: Project, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offered = Deliverable.objects.filter(project=project, dropped_at=None)
        self.fields["deliverable"].queryset = offered  # type: ignore[attr-defined]


class FilterForm(forms.Form):
    q = forms.CharField(required=False, max_length=80, label="Words", widget=forms.SearchInput)
    category = forms.ChoiceField(choices=[("", "Every state"), *Category.choices], required=False, label="State")
    deliverable = forms.ChoiceField(required=False)

    def __init__(self, deliverables: list[Deliverable], *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Every deliverable"), (NONE, "Belongs to none")]
        choices += [(str(each.number), str(each)) for each in deliverables]
        self.fields["deliverable"].choices = choices  # type: ignore[attr-defined]
